import type { ChannelId, DigestId, Instant, Locale, NotificationId } from '@highwater/core'
import type { UndeliveredReason } from '@highwater/core/delivery'
import {
  type DigestReason,
  priorityOf,
  type SuppressionReason,
  type UnwatchedTime,
} from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { type OutboxRow, writeOutbox } from '../outbox/write-notifications.ts'
import { type DueDigest, digestRow, loadContents } from './compose-digest.ts'

/** Messages that wait for one channel, to be told in one digest. The caller holds their rows. */
export interface WaitingFold {
  readonly channel: ChannelId
  readonly notifications: readonly NotificationId[]
  /** Its digest goes with the first messages of high alerts; left out for no. */
  readonly urgent?: boolean
}

export interface FoldOptions {
  readonly now: Instant
  /** The public address, for the links in messages. */
  readonly consoleUrl: string
  /** Why they are told in one message, and the same as the reason of each that is not sent itself. */
  readonly why: DigestReason
  readonly reason: SuppressionReason
  /** When the digest may leave at the earliest; what waits then already is taken up into it. */
  readonly sendAt: Instant
  /** The time during which the channel was cut off, where that is why. */
  readonly withheld?: UnwatchedTime
}

interface Target {
  readonly channel_kind: string
  readonly digest: DigestId
  readonly number: string
  /** Its message, where that waits already. */
  readonly notification: NotificationId | null
  readonly locale: Locale
}

/** A digest of the same making among them that was never tried takes up the others, else a new one. */
async function targetOf(
  tx: TransactionSql,
  { channel, notifications }: WaitingFold,
  { now, why }: FoldOptions,
): Promise<Target> {
  const [waiting] = await tx<Target[]>`
    select c.kind as channel_kind, d.id as digest, d.number, n.id as notification, n.locale
    from notification n join digest d on d.id = n.digest_id join channel c on c.id = d.channel_id
    where n.id = any(${[...notifications]}::uuid[]) and n.kind = 'digest' and n.attempts = 0
      and d.why = ${why} and d.subscription_id is null and d.group_key = ''
    order by n.sequence limit 1`
  if (waiting) return waiting
  const [made] = await tx<Target[]>`
    insert into digest (id, channel_id, why, locale, opened_at, due_at, closed_at)
    select ${newId<'digest'>()}, ${channel}, ${why}, locale, ${now}, ${now}, ${now}
    from notification where id = any(${[...notifications]}::uuid[]) order by sequence limit 1
    returning id as digest, number, null as notification, locale,
      (select kind from channel where id = channel_id) as channel_kind`
  if (!made) throw new Error('A digest needs messages that wait.')
  return made
}

/**
 * The alerts of these messages, and those that the digests among them name, go into the target. What a
 * digest may have told already counts for each of its alerts.
 */
async function moveInto(
  tx: TransactionSql,
  target: Target,
  { notifications }: WaitingFold,
  { now, reason }: FoldOptions,
): Promise<void> {
  const ids = notifications.filter((id) => id !== target.notification)
  const detail = { digest: `D${target.number}` }
  await tx`
    update notification set state = 'suppressed', reason = ${reason},
      reason_detail = ${tx.json(detail)}, digest_id = ${target.digest}, next_attempt_at = null,
      settled_at = ${now}
    where id = any(${ids}::uuid[]) and alert_id is not null and state in ('pending', 'retrying')`
  await tx`
    with merged as (
      update notification set state = 'superseded', next_attempt_at = null, settled_at = ${now},
        reason = ${'superseded' satisfies UndeliveredReason}, reason_detail = ${tx.json(detail)}
      where id = any(${ids}::uuid[]) and kind = 'digest' and state in ('pending', 'retrying')
      returning digest_id, may_be_duplicate
    )
    update notification n set digest_id = ${target.digest},
      may_be_duplicate = n.may_be_duplicate or merged.may_be_duplicate
    from merged where n.digest_id = merged.digest_id and n.alert_id is not null`
}

/** What is the same of every digest that speaks for a channel and not for a subscription. */
const channelDigest = {
  channel_gone: null,
  subscription_id: null,
  subscription: null,
  group: null,
  gap_from: null,
  gap_to: null,
} as const

/** A digest that waits already says what its alerts have come to. */
const rewrite = (tx: TransactionSql, id: NotificationId, { message }: OutboxRow) => tx`
  update notification set message = ${JSON.stringify(message)}::text::json where id = ${id}`

/**
 * Folds what waits for a channel into one digest that names every alert of it, as it stands now. Each
 * message that is not sent itself says why and which digest tells it; none is dropped, and news of
 * the same alerts waits until the digest has been sent. The alerts themselves stay as they are: their
 * news is still to be sent.
 */
export async function foldWaiting(
  tx: TransactionSql,
  folds: readonly WaitingFold[],
  options: FoldOptions,
): Promise<readonly DigestId[]> {
  const { now, consoleUrl, why, sendAt, withheld } = options
  const digests: DigestId[] = []
  for (const fold of folds) {
    const target = await targetOf(tx, fold, options)
    await moveInto(tx, target, fold, options)
    digests.push(target.digest)
    const { digest, number, locale, channel_kind } = target
    const contentOf = await loadContents(tx, [digest])
    const due: DueDigest = {
      ...channelDigest,
      id: digest,
      number,
      why,
      locale,
      channel_id: fold.channel,
      channel_kind,
      ...(withheld ? { withheld } : {}),
    }
    const priority = priorityOf('digest', fold.urgent ? 'high' : 'medium')
    const row = { ...digestRow(due, contentOf(digest), now, consoleUrl), priority, sendAt }
    if (target.notification === null) await writeOutbox(tx, [row], now)
    else await rewrite(tx, target.notification, row)
  }
  return digests
}
