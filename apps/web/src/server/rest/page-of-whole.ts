import { decodeCursor, encodeCursor, type Page, pageFields } from '@highwater/db/queries'
import { z } from 'zod'

/** What a short list takes beside its filters: the same as any other. */
export const wholePageFields = pageFields
export const wholePageQuery = z.strictObject(pageFields)

const place = z.tuple([z.int().min(0), z.string()])

/**
 * One page of a list that is short enough to be read whole. The next page begins after the last row of this
 * one, wherever that stands by then; if it is gone, where it stood.
 *
 * @param list whose cursors these are
 * @throws AppError `invalid_input` at `cursor` when it was not made by this list
 */
export function pageOfWhole<Item>(
  list: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Page<Item> {
  const [count, key] = decodeCursor(cursor, list, place) ?? [0, null]
  const known = key === null ? -1 : items.findIndex((item) => keyOf(item) === key)
  // A row that is gone has drawn those after it one place up.
  const from = known < 0 ? Math.max(0, count - 1) : known + 1
  const shown = items.slice(from, from + limit)
  const last = shown.at(-1)
  const hasMore = last !== undefined && from + shown.length < items.length
  return {
    items: shown,
    nextCursor: hasMore ? encodeCursor(list, [from + shown.length, keyOf(last)]) : null,
  }
}
