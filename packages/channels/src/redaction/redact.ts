/** Stands in for anything that must not be shown. */
export const mask = '***'

const secretNames =
  'access_?token|refresh_?token|token|key|api_?key|routing_?key|sign|signature|sig|secret|client_?secret|corp_?secret|signing_?secret|password|passwd|pwd|pass|authorization|auth|credential'

/** `?access_token=…`, `&sign=…`; a timestamp goes with the signature it belongs to. */
const queryValue = new RegExp(`([?&;](?:${secretNames}|timestamp)=)[^&;#\\s"'<>]+`, 'gi')

/** `"password": "…"` and `password=…` in a provider's words. */
const jsonField = new RegExp(`("(?:${secretNames})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi')
const plainField = new RegExp(`\\b((?:${secretNames})\\s*=\\s*)[^\\s&;,"']+`, 'gi')

const headerLine =
  /\b((?:proxy-)?authorization|(?:set-)?cookie|webhook-signature|x-hub-signature(?:-256)?)(\s*:\s*)[^\r\n]+/gi

/** Secrets in the path of Feishu, Telegram and Slack addresses. */
const pathSecrets = [
  [/(\/hook\/)[\w-]+/g, `$1${mask}`],
  [/(\/bot)\d+:[\w-]+/g, `$1${mask}`],
  [/(\/services\/)[\w/-]+/g, `$1${mask}`],
] as const

// No scheme is longer; without an end, a long word would be searched anew from each of its letters.
const userInfo = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@"']+@/gi

/** By what browsers have too: secrets are not Latin-1, as `btoa` would have them. */
const inBase64 = (secret: string): string =>
  btoa(Array.from(new TextEncoder().encode(secret), (byte) => String.fromCharCode(byte)).join(''))

/** Also covers secrets that a text repeats in another encoding. */
function spellings(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret)
  const base64 = inBase64(secret)
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [...new Set([secret, encoded, base64, inJson])]
}

/** Shorter strings would blank out ordinary words. */
const shortestSecret = 4

/**
 * Takes secrets out of texts that leave the sender: known shapes (query keys, headers, JSON fields,
 * address paths, user info) and every string of `known` in whatever place.
 */
export function redactorOf(known: readonly string[]): (text: string) => string {
  const longestFirst = known
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap(spellings)
    .sort((a, b) => b.length - a.length)
  return (text) => {
    let shown = text
    for (const secret of longestFirst) shown = shown.replaceAll(secret, mask)
    // Every shape has its sign; most answers are short and have none, and each search is work.
    if (shown.includes('@')) shown = shown.replace(userInfo, `$1${mask}@`)
    if (shown.includes('=')) shown = shown.replace(queryValue, `$1${mask}`)
    if (shown.includes(':')) {
      shown = shown.replace(headerLine, `$1$2${mask}`).replace(jsonField, `$1"${mask}"`)
    }
    if (shown.includes('=')) shown = shown.replace(plainField, `$1${mask}`)
    if (!shown.includes('/')) return shown
    for (const [pattern, replacement] of pathSecrets) shown = shown.replace(pattern, replacement)
    return shown
  }
}

const withoutKnown = redactorOf([])

/** The same for one text. */
export const redact = (text: string, known: readonly string[] = []): string =>
  known.length === 0 ? withoutKnown(text) : redactorOf(known)(text)

/** Every string inside a value, such as all secrets of a channel. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
