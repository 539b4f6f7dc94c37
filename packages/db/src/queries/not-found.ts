import { AppError } from '@highwater/core'

/** The same words for what is absent and for what the viewer may not see: neither is to be told apart. */
export const notFound = (what: string): AppError =>
  new AppError('not_found', `There is no such ${what}, or you may not see it.`)

/** @throws AppError `not_found` when there is no row */
export function foundOne<Row>(rows: readonly Row[], what: string): Row {
  const [row] = rows
  if (row === undefined) throw notFound(what)
  return row
}
