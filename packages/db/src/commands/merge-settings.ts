type Settings = Readonly<Record<string, unknown>>

/** A change to stored settings: what is left out stays, null takes away. */
export function mergeSettings(stored: Settings, changes: Settings): Record<string, unknown> {
  const merged = { ...stored, ...changes }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** The names of the secrets that have a value: all that is shown of them. */
export const namesOfSet = (secrets: Settings): string[] =>
  Object.keys(secrets)
    .filter((name) => isSet(secrets[name]))
    .sort()
