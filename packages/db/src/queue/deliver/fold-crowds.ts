import { type Instant, latest, type NotificationId, plus, seconds } from '@highwater/core'
import {
  type Bucket,
  type Budget,
  foldOverflow,
  sendableUntil,
  type Waiting,
} from '@highwater/core/delivery'
import type { Parameters } from '@highwater/core/parameters'
import type { TransactionSql } from '../../client/connect.ts'
import { foldWaiting } from '../digest/fold-waiting.ts'
import { robotOf } from '../outbox/robot-of.ts'

/** A robot for which more may wait than it can soon be sent; its budget is locked. */
export interface Crowd {
  readonly key: string
  readonly budget: Budget
  readonly bucket: Bucket
}

export interface FoldCrowdsOptions {
  readonly now: Instant
  readonly parameters: Parameters
  readonly consoleUrl: string
}

/** How long a digest waits for the rest of what overflows all at once. */
const settling = seconds(5)

/**
 * Locks what waits for a robot, in the order in which it would be sent. Another worker's is left to
 * it, and so are the alerts of which something is being sent, channels that are cut off, and those that
 * somebody is switching off or deleting, for which no digest may be written any more.
 */
const takeWaiting = (tx: TransactionSql, key: string) => tx<Waiting[]>`
  select n.id, n.channel_id as channel, n.alert_id as alert, n.priority
  from channel c join notification_waiting w on w.channel_id = c.id
  join notification n on n.id = w.id and n.state in ('pending', 'retrying')
  left join digest d on d.id = n.digest_id
  where ${robotOf(tx)} = ${key} and c.deleted_at is null and c.enabled and c.kind_allowed
    and c.breaker_opened_at is null and c.catch_up_since is null
    and d.why is distinct from 'gap' and d.why is distinct from 'outage'
    and not exists (
      select from notification sending
      where sending.alert_id = n.alert_id and sending.channel_id = n.channel_id
        and sending.state = 'sending'
    )
    and not exists (
      select from notification named join notification sending on sending.digest_id = named.digest_id
      where named.alert_id = n.alert_id and named.channel_id = n.channel_id
        and sending.kind = 'digest' and sending.state = 'sending'
    )
  order by n.priority, n.sequence
  for update of n skip locked for key share of c skip locked`

/** Not before a whole horizon has passed since the last digest, so that a long storm gives few. */
async function sendAtFor(
  tx: TransactionSql,
  channel: string,
  { now, parameters }: FoldCrowdsOptions,
): Promise<Instant> {
  const [last] = await tx<{ at: Instant | null }[]>`
    select max(n.settled_at) as at from notification n join digest d on d.id = n.digest_id
    where n.channel_id = ${channel} and n.kind = 'digest' and d.why = 'budget'
      and n.state in ('delivered', 'partial')
      and n.created_at > ${plus(now, seconds(-4 * parameters.budgetHorizonSeconds))}`
  const soon = plus(now, settling)
  const horizon = seconds(parameters.budgetHorizonSeconds)
  return last?.at ? latest(soon, plus(last.at, horizon)) : soon
}

/** Folds what overflows into one digest per channel and answers which messages became part of one. */
export async function foldCrowds(
  tx: TransactionSql,
  crowds: readonly Crowd[],
  options: FoldCrowdsOptions,
): Promise<ReadonlySet<NotificationId>> {
  const { now, parameters, consoleUrl } = options
  const until = plus(now, seconds(parameters.budgetHorizonSeconds))
  const folded = new Set<NotificationId>()
  for (const { key, budget, bucket } of crowds) {
    const waiting = await takeWaiting(tx, key)
    const sendable = sendableUntil(bucket, budget, now, until, waiting.length)
    for (const fold of foldOverflow(waiting, sendable)) {
      await foldWaiting(tx, [fold], {
        now,
        consoleUrl,
        why: 'budget',
        reason: 'over_budget',
        sendAt: fold.urgent ? plus(now, settling) : await sendAtFor(tx, fold.channel, options),
      })
      for (const id of fold.notifications) folded.add(id)
    }
  }
  return folded
}
