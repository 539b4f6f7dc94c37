import { createHash } from 'node:crypto'
import { type DigestId, type Instant, plus } from '@highwater/core'
import {
  type AlikeGroup,
  type AlikeWindow,
  alikeGroupOf,
  alikeKey,
  gatherAlike,
  type PlanBatch,
  type PlanContext,
  windowOf,
} from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import type { Restraint } from './restraint.ts'

/** A name may be long, and a group may have many; the index takes a short key. */
const shortKey = (key: string): string => createHash('sha256').update(key).digest('base64url')

interface WindowRow {
  readonly key: string
  readonly digest: DigestId
  readonly is_new: boolean
  readonly closes_at: Instant
}

function windowsByKey(rows: readonly WindowRow[]): (key: string) => AlikeWindow | null {
  const windows = new Map(
    rows.map(({ key, digest, is_new: isNew, closes_at: closesAt }) => [
      key,
      { digest, isNew, closesAt },
    ]),
  )
  return (key) => windows.get(shortKey(key)) ?? null
}

/**
 * The windows of these groups, beginning those that do not run. A window is the digest that gathers in
 * it; its row stays locked until the commit, so that none is sent without what joins it now.
 */
async function openWindows(
  tx: TransactionSql,
  groups: ReadonlyMap<string, AlikeGroup>,
  now: Instant,
): Promise<(key: string) => AlikeWindow | null> {
  const wanted = [...groups]
    .map(([key, group]) => ({ ...group, key: shortKey(key) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const column = <T>(read: (group: (typeof wanted)[number]) => T): T[] => wanted.map(read)
  const rows = await tx<WindowRow[]>`
    insert into digest as running (id, channel_id, why, group_key, "group", locale, opened_at, due_at)
    select t.id, channel_id, 'aggregation', group_key, "group", coalesce(t.locale, i.message_locale),
      ${now}, due_at
    from unnest(
      ${column(() => newId<'digest'>())}::uuid[], ${column(({ channel }) => channel)}::uuid[],
      ${column(({ key }) => key)}::text[],
      ${column(({ group }) => JSON.stringify(group))}::text[]::jsonb[],
      ${column(({ locale }) => locale)}::text[],
      ${column(({ aggregation }) => plus(now, windowOf(aggregation)))}::timestamptz[]
    ) with ordinality as t (id, channel_id, group_key, "group", locale, due_at, position)
    cross join installation i
    order by position
    on conflict (channel_id, why, group_key) where closed_at is null and subscription_id is null
      do update set due_at = running.due_at
    returning group_key as key, id as digest, xmax = 0 as is_new,
      due_at as closes_at`
  return windowsByKey(rows)
}

/** The windows of these groups that run at that time. One that is overdue gathers until it is sent. */
async function runningWindows(
  tx: TransactionSql,
  groups: ReadonlyMap<string, AlikeGroup>,
  at: Instant,
): Promise<(key: string) => AlikeWindow | null> {
  const wanted = [...groups].map(([key, { channel }]) => ({ key: shortKey(key), channel }))
  const rows = await tx<WindowRow[]>`
    select group_key as key, id as digest, false as is_new, due_at as closes_at
    from digest
    join unnest(
      ${wanted.map(({ channel }) => channel)}::uuid[], ${wanted.map(({ key }) => key)}::text[]
    ) as t (channel_id, group_key) using (channel_id, group_key)
    where why = 'aggregation' and closed_at is null and subscription_id is null
      and opened_at <= ${at} and (due_at > ${at} or due_at <= now())`
  return windowsByKey(rows)
}

async function gatherInto(
  windowsOf: typeof openWindows,
  tx: TransactionSql,
  batch: PlanBatch,
  now: Instant,
  { channels }: PlanContext,
): Promise<PlanBatch> {
  const aggregations = new Map(
    channels.flatMap(({ id, aggregation }) => (aggregation ? [[id, aggregation] as const] : [])),
  )
  if (aggregations.size === 0) return batch
  const groupOf = (intent: PlanBatch['kept'][number]) =>
    alikeGroupOf(intent, (channel) => aggregations.get(channel) ?? null)
  const groups = new Map(
    batch.kept.flatMap((intent) => {
      const group = groupOf(intent)
      return group === null ? [] : [[alikeKey(group), group] as const]
    }),
  )
  if (groups.size === 0) return batch
  return gatherAlike(batch, groupOf, await windowsOf(tx, groups, now))
}

/** Keeps alike alerts of a channel together (C10), across all workers. */
export const keepAlikeTogether: Restraint = (...planned) => gatherInto(openWindows, ...planned)

/** What `keepAlikeTogether` would do at that time, beginning no window. */
export const foreseeAlike: Restraint = (...planned) => gatherInto(runningWindows, ...planned)
