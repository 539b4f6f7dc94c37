import { type Instant, toIso } from '@highwater/core'
import { z } from 'zod'

/** A time of ours on its way out: milliseconds become ISO 8601 in UTC. */
export const time = z
  .custom<Instant>((value) => typeof value === 'number')
  .transform(toIso)
  .pipe(z.iso.datetime())

export const id = z.string().describe('A UUID.')

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page.'),
  })

/** A list that is short enough to be answered whole, in the shape of all lists. */
export const whole = <Item>(items: readonly Item[]) => ({ items, nextCursor: null })

export const named = z.object({ id, name: z.string() })
