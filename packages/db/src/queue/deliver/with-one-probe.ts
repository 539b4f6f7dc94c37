import type { Millis } from '@highwater/core'
import type { TransactionSql } from '../../client/connect.ts'
import type { DueMessage } from './find-due.ts'

/**
 * Leaves of the messages to channels that are cut off only those that may probe: of workers that ask
 * at once, one takes the right to, and with it pushes the next probe behind the end of its lease.
 */
export async function withOneProbe(
  tx: TransactionSql,
  due: readonly DueMessage[],
  lease: Millis,
): Promise<readonly DueMessage[]> {
  const probes = due.flatMap((row) =>
    row.destination.isCutOff && row.channel_id ? [row.channel_id] : [],
  )
  if (probes.length === 0) return due
  const taken = await tx<{ id: string }[]>`
    with asked as (
      select id from channel where id = any(${probes}::uuid[]) and probe_at <= now()
      order by id for no key update
    )
    update channel c set probe_at = now() + ${`${lease} milliseconds`}::interval
    from asked where c.id = asked.id returning c.id`
  const mayProbe = new Set(taken.map(({ id }) => id))
  return due.filter(
    (row) => !row.destination.isCutOff || (row.channel_id !== null && mayProbe.has(row.channel_id)),
  )
}
