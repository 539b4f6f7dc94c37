import type { Instant, Millis } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterAttempt } from '@highwater/core/delivery'
import type { MessageKind } from '@highwater/core/notify'
import type { Database } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom } from '../../client/topics.ts'
import { recordTakeover } from '../hosts/takeover.ts'
import { alertsToldBy, refreshSendingStatus } from '../outbox/write-notifications.ts'
import { tellsRepeats } from './tells-repeats.ts'

interface Expired {
  readonly id: string
  readonly alert_id: string | null
  readonly kind: MessageKind
  readonly attempts: number
  readonly deadline: Instant
  readonly may_be_duplicate: boolean
  readonly degraded: boolean
  readonly channel_kind: string | null
  readonly lease_until: Instant
  readonly leased_by: string | null
}

export interface ReapOptions {
  readonly jitter: () => number
  readonly lease: Millis
  /** The machine of the worker that takes back. */
  readonly host: string
  readonly consoleUrl: string
}

const lostWorker: SendOutcome = {
  kind: 'unknown',
  detail: { reason: 'worker-lost', httpStatus: null, providerCode: null, providerMessage: null },
}

/**
 * Takes back notifications whose worker died while sending. Nobody knows whether the message left,
 * so the attempt is recorded as `unknown` and the rules decide whether to send once more.
 */
export async function reapExpiredLeases(db: Database, options: ReapOptions): Promise<number> {
  return db.sql.begin(async (tx) => {
    const expired = await tx<Expired[]>`
      select n.id, n.alert_id, n.kind, n.attempts, n.deadline, n.may_be_duplicate, n.degraded,
        n.lease_until, n.leased_by, c.kind as channel_kind
      from notification n left join channel c on c.id = n.channel_id
      where n.state = 'sending' and n.lease_until < now()
      order by n.lease_until limit 200 for update of n skip locked`
    if (expired.length === 0) return 0
    const now = await readNowFrom(tx)
    for (const row of expired) {
      const step = afterAttempt(
        {
          kind: row.kind,
          attempt: row.attempts,
          deadline: row.deadline,
          mayBeDuplicate: row.may_be_duplicate,
          degraded: row.degraded,
          repeatsSafely: row.channel_kind !== null && tellsRepeats(row.channel_kind),
        },
        lostWorker,
        now,
        options.jitter(),
      )
      await tx`
        insert into delivery_attempt (notification_id, number, worker, started_at, outcome, reason)
        values (${row.id}, ${row.attempts}, 'reaper', ${(row.lease_until - options.lease) as Instant}, 'unknown', 'worker-lost')
        on conflict (notification_id, number) do nothing`
      await tx`
        update notification set lease_token = null, lease_until = null, leased_by = null,
          state = ${step.to === 'retry' ? 'retrying' : 'failed'},
          reason = ${step.to === 'failed' ? step.reason : null},
          next_attempt_at = ${step.to === 'retry' ? step.at : null},
          settled_at = ${step.to === 'retry' ? null : now}, may_be_duplicate = true
        where id = ${row.id}`
    }
    // Hosts are locked before alerts, as those who watch them do.
    await recordTakeover(tx, {
      heldBy: expired.map((row) => row.leased_by),
      what: 'messages',
      byHost: options.host,
      consoleUrl: options.consoleUrl,
    })
    const ids = expired.map((row) => row.id)
    await refreshSendingStatus(tx, await alertsToldBy(tx, ids))
    await publishFrom(tx, ['deliver', 'deliveries'])
    return expired.length
  })
}
