import type { Instant, SilenceId } from '@highwater/core'
import type { TransactionSql } from '../../client/connect.ts'

/**
 * Marks whatever these silences hold to be looked at again. Call it with their rows locked for
 * update, and it misses nothing.
 */
export async function releaseHolds(
  tx: TransactionSql,
  silences: readonly SilenceId[],
  now: Instant,
): Promise<void> {
  await tx`
    update silence_hold set release_at = ${now}
    where silence_id = any(${[...silences]}::uuid[]) and released_at is null
      and release_at is null`
}
