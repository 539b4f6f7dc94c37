import type { Instant, Millis, WorkerId } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterAttempt, type DeliveryStep } from '@highwater/core/delivery'
import type { MessageKind } from '@highwater/core/notify'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom } from '../../client/topics.ts'
import type { Withdrawal } from '../../schema/notification.ts'
import { lockLostHosts, recordTakeover } from '../hosts/takeover.ts'
import { alertsToldBy, refreshSendingStatus } from '../outbox/write-notifications.ts'
import { tellsRepeats } from './tells-repeats.ts'
import { type WhyGone, whyGone } from './why-gone.ts'

interface Expired {
  readonly id: string
  readonly alert_id: string | null
  readonly kind: MessageKind
  readonly attempts: number
  readonly deadline: Instant
  readonly may_be_duplicate: boolean
  readonly degraded: boolean
  readonly channel_kind: string | null
  /** Why its channel wants no further attempt; null while it does. */
  readonly gone: WhyGone | null
  /** What it becomes instead, as it was taken back while it was being sent. */
  readonly withdrawn: Withdrawal | null
  readonly lease_until: Instant
  readonly worker: string
}

export interface ReapOptions {
  readonly jitter: () => number
  readonly lease: Millis
  /** The machine of the worker that takes back. */
  readonly host: string
  /** A worker that knows what became of its messages, and is late to say so; left out for none. */
  readonly spared?: WorkerId | null | undefined
  readonly consoleUrl: string
}

const lostWorker: SendOutcome = {
  kind: 'unknown',
  detail: { reason: 'worker-lost', httpStatus: null, providerCode: null, providerMessage: null },
}

/** What becomes of a message of a dead worker: tried again only while it is wanted, also by its channel. */
function standingAfter(step: DeliveryStep, { gone, withdrawn }: Expired) {
  if (step.to !== 'retry') {
    const reason = step.to === 'failed' ? step.reason : null
    return { state: 'failed', reason, at: null } as const
  }
  if (gone !== null) return { state: 'cancelled', reason: gone, at: null } as const
  return withdrawn === null
    ? ({ state: 'retrying', reason: null, at: step.at } as const)
    : { at: null, ...withdrawn }
}

/** Whose claims are over. */
async function workersOfExpired(tx: TransactionSql, spared: WorkerId | null): Promise<string[]> {
  const rows = await tx<{ worker: string }[]>`
    select distinct worker from delivery_claim
    where lease_until < now() and worker is distinct from ${spared}`
  return rows.map(({ worker }) => worker)
}

/** Claims whose time is over and of which nothing is left: nearly all, for what is sent is settled. */
const forgetSettled = (tx: TransactionSql) => tx`
  delete from delivery_claim claim
  where lease_until < now() and not exists (
    select from unnest(claim.notification_ids) as taken (id)
    join notification n on n.id = taken.id and n.lease_token = claim.id)`

/**
 * Takes back notifications whose worker died while sending. Nobody knows whether the message left,
 * so the attempt is recorded as `unknown` and the rules decide whether to send once more.
 */
export async function reapExpiredLeases(db: Database, options: ReapOptions): Promise<number> {
  return db.sql.begin(async (tx) => {
    const workers = await workersOfExpired(tx, options.spared ?? null)
    if (workers.length === 0) return 0
    await lockLostHosts(tx, { heldBy: workers, byHost: options.host })
    const expired = await tx<Expired[]>`
      select n.id, n.alert_id, n.kind, n.attempts, n.deadline, n.may_be_duplicate, n.degraded,
        n.withdrawn, claim.lease_until, claim.worker, c.kind as channel_kind,
        ${tx.unsafe(whyGone)} as gone
      from delivery_claim claim
      cross join lateral unnest(claim.notification_ids) as taken (id)
      join notification n on n.id = taken.id and n.lease_token = claim.id
      left join channel c on c.id = n.channel_id
      where claim.lease_until < now() and claim.worker = any(${workers}::text[])
      order by claim.lease_until limit 200 for update of n skip locked`
    if (expired.length === 0) {
      await forgetSettled(tx)
      return 0
    }
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
      const { state, reason, at } = standingAfter(step, row)
      await tx`
        update notification set lease_token = null, state = ${state}, reason = ${reason},
          reason_detail = case when ${state} = 'suppressed' then withdrawn -> 'detail'
            else reason_detail end, withdrawn = null,
          next_attempt_at = ${at}, settled_at = ${at === null ? now : null}, may_be_duplicate = true
        where id = ${row.id}`
    }
    await recordTakeover(tx, {
      heldBy: expired.map((row) => row.worker),
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
