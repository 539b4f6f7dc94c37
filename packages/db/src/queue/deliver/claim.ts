import { randomUUID } from 'node:crypto'
import type {
  ChannelId,
  ChannelTestId,
  Instant,
  MessageLocale,
  Millis,
  NotificationId,
} from '@highwater/core'
import type { RateRule } from '@highwater/core/delivery'
import type { ChannelMessage, MessageKind, MessageTemplate } from '@highwater/core/notify'
import { parameterOf, uuidArray } from '../../client/binary-arrays.ts'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { admit } from './admit.ts'
import type { SealedCluster } from './destination.ts'
import { type DueMessage, findDue } from './find-due.ts'
import { goByIndexes } from './go-by-indexes.ts'
import { loadTemplates } from './load-templates.ts'
import { withOneProbe } from './with-one-probe.ts'

/** A notification that this worker may send now, and only while its lease lasts. */
export interface Leased {
  readonly id: NotificationId
  /** The claim, which is the same for all that were claimed together. */
  readonly leaseToken: string
  readonly kind: MessageKind
  readonly channelId: ChannelId | null
  readonly testId: ChannelTestId | null
  readonly channelKind: string
  readonly budgetKey: string
  readonly attempt: number
  readonly deadline: Instant
  readonly mayBeDuplicate: boolean
  /** To be sent in its plainest form, as its content was refused. */
  readonly degraded: boolean
  readonly claimedAt: Instant
}

/** With what is to be sent, and how. */
export interface Claimed extends Leased {
  readonly message: ChannelMessage
  readonly locale: MessageLocale
  /** In which its times are written; left out for UTC. */
  readonly timeZone: string | undefined
  readonly alertId: string | null
  /** With its secrets and cluster the same object for all of one channel in a portion. */
  readonly config: Record<string, unknown>
  readonly sealedSecrets: string
  /** The associated cluster through which it goes, where its kind has one. */
  readonly cluster: SealedCluster | null
  /** What it says in place of the built-in words. */
  readonly template: MessageTemplate | undefined
}

/** What its receipt needs of it, so that the message itself can go as soon as it is written out. */
export const leasedOf = (claimed: Claimed): Leased => ({
  id: claimed.id,
  leaseToken: claimed.leaseToken,
  kind: claimed.kind,
  channelId: claimed.channelId,
  testId: claimed.testId,
  channelKind: claimed.channelKind,
  budgetKey: claimed.budgetKey,
  attempt: claimed.attempt,
  deadline: claimed.deadline,
  mayBeDuplicate: claimed.mayBeDuplicate,
  degraded: claimed.degraded,
  claimedAt: claimed.claimedAt,
})

export interface ClaimOptions {
  /** Who claims. */
  readonly worker: string
  readonly limit: number
  /** At most this many of one channel, so that a slow or throttled one starves no other. */
  readonly perChannel: number
  /** Fewer of the channels of some kinds. */
  readonly portions?: Readonly<Record<string, number>>
  /** In place of both, for these channels. */
  readonly portionsOf?: Readonly<Record<ChannelId, number>>
  /** Of no channel are more looked at; left out for the whole of the limit. */
  readonly share?: number
  /** Channels that have their share of sends in flight already. */
  readonly busyChannels: readonly string[]
  readonly lease: Millis
  /** The public address, for the links in digests of what exceeds a budget. */
  readonly consoleUrl: string
  /** The budget of a channel; empty for a kind without limits. */
  readonly rulesOf: (channelKind: string, config: unknown) => readonly RateRule[]
}

export interface ClaimReport {
  readonly claimed: readonly Claimed[]
  /** Channels of which a whole portion was due, so that more may be. */
  readonly moreOf: readonly ChannelId[]
  /** How many channels had something due. */
  readonly channelsDue: number
}

/**
 * Takes them out of what waits. Of the notifications only columns that no index names are changed: when
 * one was due stays, though it no longer counts. An older version left the mark of what was taken back on
 * what it tried again all the same.
 */
async function lease(
  tx: TransactionSql,
  ids: readonly NotificationId[],
  token: string,
  { worker, lease: until }: ClaimOptions,
) {
  if (ids.length === 0) return
  const claimed = parameterOf(tx, uuidArray(ids))
  await tx`
    with claim as (
      insert into delivery_claim (id, worker, lease_until, notification_ids)
      values (${token}, ${worker}, now() + ${`${until} milliseconds`}::interval, ${claimed}::uuid[])
    ), taken_out as (
      delete from notification_waiting where id = any(${claimed}::uuid[])
    )
    update notification set state = 'sending', attempts = attempts + 1, lease_token = ${token},
      withdrawn = null
    where id = any(${claimed}::uuid[])`
}

interface Moment {
  readonly now: Instant
  readonly time_zone: string | null
}

/** The time of the claim, and by which clock its messages tell theirs; from here on it goes by indexes. */
const readMoment = (tx: TransactionSql) => tx<Moment[]>`
  select ${goByIndexes(tx)}, now() as now,
    (select message_time_zone from installation) as time_zone`

/**
 * Leases due notifications to one worker and commits, before anything leaves. The attempt is counted
 * here, so that a worker which dies while sending has used it.
 */
export async function claimNotifications(
  db: Database,
  options: ClaimOptions,
): Promise<ClaimReport> {
  return db.sql.begin(async (tx) => {
    // In one journey, but begun by hand: a query that is only awaited would follow the other's.
    const [[moment], found] = await Promise.all([readMoment(tx).execute(), findDue(tx, options)])
    const { channelsDue } = found
    const due = await withOneProbe(tx, found.due, options.lease)
    if (moment === undefined || due.length === 0) return { claimed: [], moreOf: [], channelsDue }
    const { now } = moment
    const { admitted, deferred } = await admit(tx, due, { ...options, now })
    const token = randomUUID()
    if (deferred.length > 0) {
      await tx`
        update notification n set next_attempt_at = t.until
        from unnest(${deferred.map((row) => row.id)}::uuid[], ${deferred.map((row) => row.until)}::timestamptz[]) as t (id, until)
        where n.id = t.id`
    }
    const ids = admitted.map((row) => row.id)
    const [templates] = await Promise.all([loadTemplates(tx, ids), lease(tx, ids, token, options)])
    const claimed = admitted.map((row) => toClaimed(row, templates.get(row.id), token, moment))
    return { claimed, moreOf: admitted.length > 0 ? cutOff(due, options) : [], channelsDue }
  })
}

/** Those of which a portion is full; all of them where the whole is. */
function cutOff(due: readonly DueMessage[], options: ClaimOptions): ChannelId[] {
  const { limit, perChannel, portions = {}, portionsOf = {}, share = limit } = options
  const byChannel = Map.groupBy(due, (row) => row.channel_id)
  return [...byChannel].flatMap(([channel, rows]) => {
    if (channel === null) return []
    const ofKind = portions[rows[0]?.destination.kind ?? ''] ?? perChannel
    const portion = Math.min(share, portionsOf[channel] ?? Math.min(perChannel, ofKind))
    return due.length >= limit || rows.length >= portion ? [channel] : []
  })
}

const toClaimed = (
  row: DueMessage,
  template: MessageTemplate | undefined,
  leaseToken: string,
  moment: Moment,
): Claimed => ({
  id: row.id,
  leaseToken,
  kind: row.kind,
  message: row.message,
  locale: row.locale,
  timeZone: moment.time_zone ?? undefined,
  alertId: row.alert_id,
  channelId: row.channel_id,
  testId: row.test_id,
  channelKind: row.destination.kind,
  config: row.destination.config,
  sealedSecrets: row.destination.sealedSecrets,
  cluster: row.destination.cluster,
  budgetKey: row.destination.budgetKey,
  attempt: row.attempts + 1,
  deadline: row.deadline,
  mayBeDuplicate: row.may_be_duplicate,
  degraded: row.degraded,
  claimedAt: moment.now,
  template,
})
