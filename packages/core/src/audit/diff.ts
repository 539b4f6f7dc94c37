export interface FieldChange {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** An object literal; a date or any other object with a class is a value, not a bag of fields. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Equal as JSON, whatever the order of keys: PostgreSQL's jsonb keeps an order of its own. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]))
  }
  if (isRecord(a) && isRecord(b)) return compare(a, b, '').length === 0
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

function compare(before: unknown, after: unknown, path: string): FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.flatMap((key) =>
      compare(before[key], after[key], path === '' ? key : `${path}.${key}`),
    )
  }
  return same(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }]
}

/** The fields that differ, by path; a list counts as one field, and absent is the same as null. */
export const diff = (before: unknown, after: unknown): FieldChange[] =>
  compare(before ?? {}, after ?? {}, '')
