import { type ChannelId, isId, parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { channel } from '../../schema/index.ts'
import {
  decodeCursor,
  encodeCursor,
  type Page,
  pageFields,
  rowAfter,
  textAndId,
  toPage,
} from '../cursor.ts'
import { foundOne, notFound } from '../not-found.ts'
import { departmentVisibleTo } from '../visible.ts'
import { type ChannelItem, selectChannels, toChannelItem } from './item.ts'

export const listChannelsInput = z.strictObject({
  kind: z.string().min(1).max(40).optional(),
  ...pageFields,
})

const order = 'name'
const visibleTo = (viewer: Actor) =>
  and(
    isNull(channel.deletedAt),
    isNull(channel.personId),
    departmentVisibleTo(viewer, channel.departmentId, { shared: true }),
  )

/** One page of the channels of the viewer's departments and of the whole installation, by name. */
export async function listChannels(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listChannelsInput> = {},
): Promise<Page<ChannelItem>> {
  const { limit, cursor, kind } = parseInput(listChannelsInput, rawInput)
  const after = decodeCursor(cursor, order, textAndId)
  const condition = and(
    visibleTo(viewer),
    kind === undefined ? undefined : eq(channel.kind, kind),
    rowAfter([sql`${channel.name}`, sql`${channel.id}`], after, 'ascending'),
  )
  const rows = await selectChannels(db.orm, viewer, condition)
    .orderBy(asc(channel.name), asc(channel.id))
    .limit(limit + 1)
  return toPage(rows, limit, toChannelItem, (row) => encodeCursor(order, [row.name, row.id]))
}

/** @throws AppError `not_found`, also for what the viewer may not see */
export async function getChannel(db: Database, viewer: Actor, id: ChannelId): Promise<ChannelItem> {
  if (!isId(id)) throw notFound('channel')
  const rows = await selectChannels(db.orm, viewer, and(eq(channel.id, id), visibleTo(viewer)))
  return toChannelItem(foundOne(rows, 'channel'))
}
