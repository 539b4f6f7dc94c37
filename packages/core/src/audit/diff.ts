export interface FieldChange {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function compare(before: unknown, after: unknown, path: string): FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.flatMap((key) =>
      compare(before[key], after[key], path === '' ? key : `${path}.${key}`),
    )
  }
  return same(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }]
}

/** The fields that differ, by path; a list counts as one field. */
export const diff = (before: unknown, after: unknown): FieldChange[] =>
  compare(before ?? {}, after ?? {}, '')
