/** What stands in place of a secret. */
export const masked = '********'

const looksSecret =
  /secret|password|token|authorization|credential|(?:private|api|access)[-_]?key|cookie/i

/** User and password in an address, and the query parameters in which robots carry theirs. */
const inAddress =
  /(?<=:\/\/)[^\s/@]+(?=@)|(?<=[?&](?:[\w-]*(?:token|key|secret|password)|sign?|signature)=)[^&\s#]+/gi

/** A secret's whereabouts may be told: these are the words of an API that never shows the secret. */
const isState = (text: string): boolean => text === 'set' || text === 'unset'

function maskText(text: string, hidden: boolean): string {
  if (!hidden) return text.replaceAll(inAddress, masked)
  return isState(text) ? text : masked
}

function maskAt(
  value: unknown,
  path: string,
  secretPaths: ReadonlySet<string>,
  hidden: boolean,
): unknown {
  if (secretPaths.has(path) && value !== null && value !== undefined) return masked
  if (typeof value === 'string') return maskText(value, hidden)
  if (Array.isArray(value)) return value.map((part) => maskAt(part, path, secretPaths, hidden))
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const below = path === '' ? key : `${path}.${key}`
      return [key, maskAt(part, below, secretPaths, hidden || looksSecret.test(key))]
    }),
  )
}

/**
 * The value without its secrets: those named by path (`secrets.webhook`; a list's items share its
 * path), and as a second wall every text under a key that sounds like one or inside an address.
 */
export const mask = (value: unknown, secretPaths: readonly string[] = []): unknown =>
  maskAt(value, '', new Set(secretPaths), false)
