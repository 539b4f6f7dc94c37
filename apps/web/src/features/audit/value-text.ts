/** A value of a diff for reading: a text as it is, anything else as JSON; null, `[]` and `{}` are nothing. */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object' && Object.keys(value).length === 0) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const instantText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** The point in time that a value of a diff stands for, in epoch milliseconds; null for any other. */
export function instantIn(value: unknown): number | null {
  if (typeof value !== 'string' || !instantText.test(value)) return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}
