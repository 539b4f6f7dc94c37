import { type Instant, type Millis, minus, minutes } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { DueMessage } from './find-due.ts'

interface Probe {
  readonly id: string
  readonly since: Instant
  readonly now: Instant
}

/** One that was written sooner than this before the probe is no old news. */
const fresh = minutes(1)

/** The message of a probe, which may have waited long: its reader must not take its figures for those of now. */
function asProbe(message: ChannelMessage, { since, now }: Probe): ChannelMessage {
  if (message.kind === 'test' || message.sentFor > minus(now, fresh)) return message
  const cutOff = { from: since, to: now }
  return message.kind === 'digest'
    ? { ...message, withheld: cutOff }
    : { ...message, withheld: { ...cutOff, others: 0 } }
}

/**
 * Leaves of the messages to channels that are cut off only those that may probe: of workers that ask
 * at once, one takes the right to, and with it pushes the next probe behind the end of its lease. A channel
 * in other hands is left to them: whoever switches it off waits for the messages that are claimed here.
 */
export async function withOneProbe(
  tx: TransactionSql,
  due: readonly DueMessage[],
  lease: Millis,
): Promise<readonly DueMessage[]> {
  const cutOff = due.flatMap((row) =>
    row.destination.isCutOff && row.channel_id ? [row.channel_id] : [],
  )
  if (cutOff.length === 0) return due
  const taken = await tx<Probe[]>`
    with asked as (
      select id from channel where id = any(${cutOff}::uuid[]) and probe_at <= now()
      order by id for no key update skip locked
    )
    update channel c set probe_at = now() + ${`${lease} milliseconds`}::interval
    from asked where c.id = asked.id returning c.id, c.breaker_opened_at as since, now() as now`
  const probes = new Map(taken.map((probe) => [probe.id, probe]))
  const left: DueMessage[] = []
  for (const row of due) {
    const probe = row.channel_id === null ? undefined : probes.get(row.channel_id)
    if (!row.destination.isCutOff) left.push(row)
    else if (probe !== undefined) {
      const message = asProbe(row.message, probe)
      await tx`update notification set message = ${JSON.stringify(message)}::text::json where id = ${row.id}`
      left.push({ ...row, message })
    }
  }
  return left
}
