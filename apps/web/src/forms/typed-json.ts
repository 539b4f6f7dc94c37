/** What is typed into a field for a value of JSON: JSON where it is some, otherwise a text. */
export function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return typed
  }
}

/** The same value as it is shown in such a field, so that it is read again as it was. */
export const typedJson = (value: unknown): string =>
  typeof value === 'string' && jsonOf(value) === value ? value : JSON.stringify(value)
