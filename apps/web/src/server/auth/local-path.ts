/** A path on this very site, or the first page: nobody is sent elsewhere by a link they were given. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/'
  const base = 'http://here.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  // With its dots taken out `/.//elsewhere` is `//elsewhere`, which browsers take for another host.
  const isElsewhere = url.origin !== base || url.pathname.startsWith('//')
  return isElsewhere ? '/' : `${url.pathname}${url.search}`
}
