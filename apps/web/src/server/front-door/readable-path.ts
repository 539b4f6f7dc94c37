/**
 * A path that cannot be decoded, taken as it is written: the framework would break on it with a bare
 * 500, whereas there is simply nothing at such an address.
 */
export function readablePath(url: string): string {
  const [path = '', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}
