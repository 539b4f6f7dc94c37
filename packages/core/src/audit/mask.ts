/** What stands in place of a secret. */
export const masked = '********'

const looksSecret = /secret|password|token|authorization|credential|private_?key/i

function maskAt(value: unknown, path: string, secretPaths: ReadonlySet<string>): unknown {
  if (secretPaths.has(path) && value !== null && value !== undefined) return masked
  if (Array.isArray(value)) return value.map((part) => maskAt(part, path, secretPaths))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const below = path === '' ? key : `${path}.${key}`
      const hide =
        looksSecret.test(key) && typeof part === 'string' && part !== 'set' && part !== 'unset'
      return [key, hide ? masked : maskAt(part, below, secretPaths)]
    }),
  )
}

/** The value without its secrets: those named by path, and as a second wall those named like one. */
export const mask = (value: unknown, secretPaths: readonly string[] = []): unknown =>
  maskAt(value, '', new Set(secretPaths))
