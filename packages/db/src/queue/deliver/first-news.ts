import type { AlertId, ChannelId, Millis } from '@highwater/core'
import type { AlertMessage, SuppressionReason, ToldState } from '@highwater/core/notify'
import { plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { asFirstNews } from '../outbox/compose-message.ts'
import { loadTold } from '../outbox/load-told.ts'

interface WaitingEnd {
  readonly id: string
  readonly alert_id: AlertId
  readonly channel_id: ChannelId
  readonly message: AlertMessage
  readonly detected_late_ms: Millis | null
}

/**
 * Ends that wait for a channel that one of these was for, of its alert or of those its digest names; locked
 * in the order in which evaluation locks them.
 */
const endsBehind = (tx: TransactionSql, unheard: readonly string[]) => tx<WaitingEnd[]>`
  with unheard as (
    select alert_id, channel_id from notification
    where id = any(${plainArray(unheard)}::uuid[]) and alert_id is not null
    union
    select named.alert_id, named.channel_id from notification sent
    join notification named on named.digest_id = sent.digest_id and named.alert_id is not null
    where sent.id = any(${plainArray(unheard)}::uuid[]) and sent.kind = 'digest'
  )
  select n.id, n.alert_id, n.channel_id, n.message, a.detected_late_ms::float8 as detected_late_ms
  from unheard
  join notification n on n.alert_id = unheard.alert_id and n.channel_id = unheard.channel_id
  join alert a on a.id = n.alert_id
  where n.kind = 'resolved' and n.state in ('pending', 'retrying') and not n.may_be_duplicate
  order by n.id for no key update of n`

/** Of which a channel knows, or may know, that they began; as where an end is planned. */
const begun: ReadonlySet<ToldState> = new Set(['delivered', 'unknown', 'in_flight'])

interface EndsWithoutNews {
  /** Their channel has heard nothing else of the alert. */
  readonly alone: readonly WaitingEnd[]
  /** Their channel has heard already that the alert is over, and of nothing since. */
  readonly repeated: readonly WaitingEnd[]
}

async function endsWithoutNews(
  tx: TransactionSql,
  unheard: readonly string[],
): Promise<EndsWithoutNews> {
  const waiting = unheard.length === 0 ? [] : await endsBehind(tx, unheard)
  const { told } = await loadTold(
    tx,
    waiting.map((end) => end.alert_id),
  )
  const toldOf = (end: WaitingEnd) => told(end.alert_id, end.channel_id)
  const without = waiting.filter((end) => !begun.has(toldOf(end)))
  return {
    alone: without.filter((end) => toldOf(end) !== 'ended'),
    repeated: without.filter((end) => toldOf(end) === 'ended'),
  }
}

/** They are locked, so that none is being sent. */
async function hold(
  tx: TransactionSql,
  ends: readonly WaitingEnd[],
  reason: SuppressionReason,
): Promise<void> {
  if (ends.length === 0) return
  await tx`
    update notification set state = 'suppressed', next_attempt_at = null, settled_at = now(),
      reason = ${reason}
    where id = any(${plainArray(ends.map(({ id }) => id))}::uuid[])`
}

/**
 * Ends that were to follow what has now failed for good, or was replaced by them while it was being
 * sent, say that they are the first news of their alert, where their channel has heard nothing else of it.
 */
export async function tellEndsAsFirstNews(
  tx: TransactionSql,
  unheard: readonly string[],
): Promise<void> {
  const { alone, repeated } = await endsWithoutNews(tx, unheard)
  await hold(tx, repeated, 'end_told_already')
  if (alone.length === 0) return
  const messages = alone.map((end) => asFirstNews(end.message, end.detected_late_ms))
  await tx`
    update notification n set message = t.message
    from rows from (
      unnest(${plainArray(alone.map(({ id }) => id))}::uuid[]),
      json_array_elements(${JSON.stringify(messages)}::text::json)
    ) as t (id, message)
    where n.id = t.id`
}

/**
 * Ends that were to follow what was held back while it was being sent, and never arrived, are held too,
 * where their channel has heard nothing else of the alert: as an end is that comes after the hold.
 */
export async function holdEndsOfNoNews(
  tx: TransactionSql,
  unheard: readonly string[],
): Promise<void> {
  const { alone, repeated } = await endsWithoutNews(tx, unheard)
  await hold(tx, repeated, 'end_told_already')
  await hold(tx, alone, 'never_told_here')
}
