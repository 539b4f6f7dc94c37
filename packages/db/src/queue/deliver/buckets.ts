import type { Instant } from '@highwater/core'
import { type Bucket, block, noteAnswers } from '@highwater/core/delivery'
import type { TransactionSql } from '../../client/connect.ts'

interface BucketRow {
  readonly key: string
  readonly sent_at: Instant[]
  readonly blocked_until: Instant | null
  readonly month_start: Instant | null
  readonly month_sent: number
}

const toBucket = (row: BucketRow): Bucket => ({
  sentAt: row.sent_at,
  blockedUntil: row.blocked_until,
  month: row.month_start === null ? null : { start: row.month_start, sent: row.month_sent },
})

/** Locks the budgets of these robots, in the order of their keys, making those that are new. */
export async function lockBuckets(
  tx: TransactionSql,
  keys: readonly string[],
): Promise<Map<string, Bucket>> {
  const wanted = [...new Set(keys)].sort()
  if (wanted.length === 0) return new Map()
  await tx`
    insert into channel_bucket (key, sent_at) select key, '{}' from unnest(${wanted}::text[]) as t (key)
    on conflict (key) do nothing`
  const rows = await tx<BucketRow[]>`
    select key, sent_at, blocked_until, month_start, month_sent from channel_bucket
    where key = any(${wanted}::text[]) order by key for update`
  return new Map(rows.map((row) => [row.key, toBucket(row)]))
}

/** What a robot was sent, and before when it is of no use to look for messages to it. */
export interface KeptBucket {
  readonly key: string
  readonly bucket: Bucket
  readonly opensAt: { readonly any: Instant | null; readonly all: Instant | null }
}

/** An array of arrays cannot be ragged, so that each robot's instants travel as one text. */
const instantsOf = (tx: TransactionSql) => tx`
  array(select to_timestamp(at::float8 / 1000) from unnest(string_to_array(t.sent_at, ',')) as at)`

export async function storeBuckets(
  tx: TransactionSql,
  buckets: readonly KeptBucket[],
): Promise<void> {
  if (buckets.length === 0) return
  const column = <T>(read: (kept: KeptBucket) => T): T[] => buckets.map(read)
  await tx`
    update channel_bucket b set blocked_until = t.blocked_until, month_start = t.month_start,
      month_sent = t.month_sent, opens_at = t.opens_at, opens_for_all_at = t.opens_for_all_at,
      sent_at = ${instantsOf(tx)}
    from unnest(
      ${column(({ key }) => key)}::text[],
      ${column(({ bucket }) => bucket.sentAt.join(','))}::text[],
      ${column(({ bucket }) => bucket.blockedUntil)}::timestamptz[],
      ${column(({ bucket }) => bucket.month?.start ?? null)}::timestamptz[],
      ${column(({ bucket }) => bucket.month?.sent ?? 0)}::int[],
      ${column(({ opensAt }) => opensAt.any)}::timestamptz[],
      ${column(({ opensAt }) => opensAt.all)}::timestamptz[]
    ) as t (key, sent_at, blocked_until, month_start, month_sent, opens_at, opens_for_all_at)
    where b.key = t.key`
}

/** Leaves a robot alone until then, or longer if it asked for more before. */
export async function blockRobot(tx: TransactionSql, key: string, until: Instant): Promise<void> {
  const buckets = await lockBuckets(tx, [key])
  const before = buckets.get(key)
  if (!before) return
  const bucket = block(before, until)
  const { blockedUntil } = bucket
  await storeBuckets(tx, [{ key, bucket, opensAt: { any: blockedUntil, all: blockedUntil } }])
}

/**
 * These messages have been answered: their robots count them from when they came, which was now at the
 * latest. Robots without a budget have no row, and cost a look at an index.
 */
export async function noteArrivals(
  tx: TransactionSql,
  messages: readonly { readonly budgetKey: string; readonly claimedAt: Instant }[],
  now: Instant,
): Promise<void> {
  const byRobot = Map.groupBy(messages, ({ budgetKey }) => budgetKey)
  const rows = await tx<BucketRow[]>`
    select key, sent_at, blocked_until, month_start, month_sent from channel_bucket
    where key = any(${[...byRobot.keys()]}::text[]) and sent_at <> '{}' order by key for update`
  if (rows.length === 0) return
  const sentAt = rows.map((row) => {
    const claimedAts = byRobot.get(row.key)?.map(({ claimedAt }) => claimedAt) ?? []
    return noteAnswers(toBucket(row), claimedAts, now).sentAt.join(',')
  })
  await tx`
    update channel_bucket b set sent_at = ${instantsOf(tx)}
    from unnest(${rows.map(({ key }) => key)}::text[], ${sentAt}::text[]) as t (key, sent_at)
    where b.key = t.key`
}
