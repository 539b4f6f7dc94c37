/** What a Basic sign-in carries: the pair, and the password by itself. */
function inBasic(credentials: string): string[] {
  const pair = Buffer.from(credentials, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? [] : [pair, pair.slice(colon + 1)]
}

/**
 * What of a secret header must not be shown: a receiver may repeat its credentials without the scheme
 * (`Bearer …`), and those of Basic in the clear.
 */
export function headerSecrets(value: string): readonly string[] {
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(.+)$/s.exec(value.trim()) ?? []
  if (credentials === '') return [value]
  const inside = scheme.toLowerCase() === 'basic' ? inBasic(credentials) : []
  return [value, credentials, ...inside]
}
