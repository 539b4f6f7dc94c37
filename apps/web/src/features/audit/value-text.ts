/** A value of a diff for reading: a text as it is, anything else as JSON; null is nothing. */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
