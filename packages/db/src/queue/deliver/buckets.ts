import type { Instant } from '@highwater/core'
import type { Bucket } from '@highwater/core/delivery'
import type { TransactionSql } from '../../client/connect.ts'

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
  const rows = await tx<{ key: string; sent_at: Instant[]; blocked_until: Instant | null }[]>`
    select key, sent_at, blocked_until from channel_bucket
    where key = any(${wanted}::text[]) order by key for update`
  return new Map(
    rows.map((row) => [row.key, { sentAt: row.sent_at, blockedUntil: row.blocked_until }]),
  )
}

export async function storeBuckets(
  tx: TransactionSql,
  buckets: ReadonlyMap<string, Bucket>,
): Promise<void> {
  for (const [key, bucket] of buckets) {
    await tx`
      update channel_bucket
      set sent_at = ${bucket.sentAt as Instant[]}::timestamptz[], blocked_until = ${bucket.blockedUntil}
      where key = ${key}`
  }
}
