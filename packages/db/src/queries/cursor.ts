import { AppError, isStorableTime } from '@highwater/core'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'

/** One page of a list. `nextCursor` is null on the last page. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** What every list takes beside its filters. */
export const pageFields = {
  limit: z.coerce.number('Write a whole number.').pipe(z.int().min(1).max(200)).default(50),
  cursor: z.string().max(2_000).optional(),
}

export type CursorValue = string | number

/** Opaque to its reader: the sort it belongs to, and the sort values of the last row of a page. */
export const encodeCursor = (sort: string, values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify([sort, ...values])).toString('base64url')

const badCursor = () => {
  const message =
    'This cursor belongs to another list or sort, or is damaged. Start again without a cursor.'
  return new AppError('invalid_input', `cursor: ${message}`, {
    faults: [{ path: 'cursor', message }],
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The sort values after which a page begins; null for the first page.
 * @throws AppError `invalid_input` at `cursor` when it was not made by this list and sort
 */
export function decodeCursor<Values extends z.ZodType<readonly CursorValue[]>>(
  cursor: string | undefined,
  sort: string,
  values: Values,
): z.output<Values> | null {
  if (cursor === undefined) return null
  const parsed = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!Array.isArray(parsed) || parsed[0] !== sort) throw badCursor()
  const checked = values.safeParse(parsed.slice(1))
  if (!checked.success) throw badCursor()
  return checked.data
}

/** Cuts the one row too many that a list asks for, and says where the next page begins. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  }
}

/** A text that PostgreSQL can store: it knows no U+0000. */
const storable = z.string().refine((text) => !text.includes('\u0000'))

/** The sort values of the lists that are sorted by time, then id. */
export const timeAndId = z.tuple([z.int().refine(isStorableTime), z.uuid()])
export const textAndId = z.tuple([storable, z.uuid()])
export const rankTextAndId = z.tuple([z.int().min(0).max(9), storable, z.uuid()])
export const onlyNumber = z.tuple([z.int()])

/**
 * `(a, b) > (1, 2)`: the keyset condition that an index on (a, b) answers by one descent. Nothing on
 * the first page.
 */
export function rowAfter(
  columns: readonly SQL[],
  values: readonly CursorValue[] | null,
  direction: 'ascending' | 'descending',
): SQL | undefined {
  if (values === null) return undefined
  const left = sql.join([...columns], sql`, `)
  const right = sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
  return direction === 'ascending' ? sql`(${left}) > (${right})` : sql`(${left}) < (${right})`
}
