import { typedJson } from './typed-json.ts'

/** The stored value at a path such as `config.from.address`; undefined where there is none. */
export function storedValue(settings: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value !== null && typeof value === 'object' && Object.hasOwn(value, key)
          ? Reflect.get(value, key)
          : undefined,
      settings,
    )
}

export const storedText = (settings: unknown, path: string): string => {
  const value = storedValue(settings, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const storedTexts = (settings: unknown, path: string): string[] => {
  const value = storedValue(settings, path)
  return Array.isArray(value) ? value.map(String) : []
}

export function storedPairs(settings: unknown, path: string): { key: string; value: string }[] {
  const value = storedValue(settings, path)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).map(([key, held]) => ({
    key,
    value: path.endsWith('.json') ? typedJson(held) : String(held),
  }))
}
