import { AppError } from './errors.ts'
import { formatPath } from './parse-input.ts'

type Path = readonly PropertyKey[]

/** Where a text stands that PostgreSQL cannot store: with a null character or half a surrogate pair. */
function findUnstorable(value: unknown, path: Path): Path | null {
  if (typeof value === 'string') {
    return value.includes('\u0000') || !value.isWellFormed() ? path : null
  }
  if (typeof value !== 'object' || value === null) return null
  const parts = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, part] of parts) {
    const found = findUnstorable(key, path) ?? findUnstorable(part, [...path, key])
    if (found !== null) return found
  }
  return null
}

/**
 * Refuses what the database could not even be asked about, be it to store or to search for it.
 * @throws AppError `invalid_input` with the path of the text
 */
export function expectStorable(input: unknown): void {
  const unstorable = findUnstorable(input, [])
  if (unstorable === null) return
  const path = formatPath(unstorable)
  const message = 'Leave out the null character or the broken character.'
  throw new AppError('invalid_input', path === '' ? message : `${path}: ${message}`, {
    faults: [{ path, message }],
  })
}
