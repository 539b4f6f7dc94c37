import type { ListQuery } from './read-list-query.ts'

/**
 * The filters of an address that its list leaves out, as they stand there: an address may be old or
 * mistyped, and whoever follows it must not take all rows for those that it asked for.
 * @param understood what the list made of them; what it did not take over is missing or another value
 */
export const notUnderstood = (
  query: ListQuery<string>,
  understood: Readonly<Record<string, unknown>>,
): string[] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === undefined || understood[name] === value ? [] : [`${name}=${value}`],
  )
