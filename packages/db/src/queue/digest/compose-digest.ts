import type { ChannelId, DigestId, Instant, Locale, SubscriptionId } from '@highwater/core'
import type { DigestMember, DigestMessage, DigestReason } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { shortIdOf } from '../outbox/compose-message.ts'

export interface DueDigest {
  readonly id: DigestId
  readonly number: string
  readonly why: DigestReason
  readonly locale: Locale
  readonly channel_id: ChannelId
  readonly channel_gone: 'channel_deleted' | 'channel_disabled' | null
  readonly subscription_id: SubscriptionId
  readonly subscription: string
  /** The gap that it is about, where that is why. */
  readonly gap_from: Instant | null
  readonly gap_to: Instant | null
}

interface MemberRow
  extends Omit<
    DigestMember,
    'incidentId' | 'openedAt' | 'shortId' | 'url' | 'observed' | 'threshold'
  > {
  readonly digest_id: DigestId
  readonly alert_id: string
  readonly since: Instant
  readonly number: string
  readonly observed: number | null
  readonly threshold: number | null
}

/** So many are named in one message; how many there are it says in any case. */
const namedAtMost = 1_000

/** The alerts that these digests tell of, as they stand now, in the order of their numbers. */
export async function loadMembers(
  tx: TransactionSql,
  digests: readonly DigestId[],
): Promise<ReadonlyMap<DigestId, readonly MemberRow[]>> {
  const rows = await tx<MemberRow[]>`
    select m.digest_id, a.id as alert_id, a.since, a.number, a.event, a.severity, a.level, a.subject, a.state,
      a.observed_ms::float8 as observed, a.threshold_ms::float8 as threshold,
      a.particulars
    from (
      select distinct digest_id, alert_id from notification
      where digest_id = any(${[...digests]}::uuid[]) and alert_id is not null
    ) as m
    join alert a on a.id = m.alert_id
    order by m.digest_id, a.number`
  return Map.groupBy(rows, (row) => row.digest_id)
}

/** The message of a digest: all its alerts by name, up to a number that no channel could carry. */
export function composeDigest(
  digest: DueDigest,
  members: readonly MemberRow[],
  now: Instant,
  consoleUrl: string,
): DigestMessage {
  return {
    kind: 'digest',
    shortId: `D${digest.number}`,
    why: digest.why,
    count: members.length,
    members: members.slice(0, namedAtMost).map((row) => ({
      incidentId: row.alert_id,
      openedAt: row.since,
      shortId: shortIdOf(Number(row.number)),
      event: row.event,
      severity: row.severity,
      level: row.level,
      subject: row.subject,
      state: row.state,
      observed: row.observed as DigestMember['observed'],
      threshold: row.threshold as DigestMember['threshold'],
      particulars: row.particulars,
      url: `${consoleUrl}/alerts/${row.alert_id}`,
    })),
    subscription: digest.subscription,
    ...(digest.gap_from === null || digest.gap_to === null
      ? {}
      : { unwatched: { from: digest.gap_from, to: digest.gap_to } }),
    sentFor: now,
    listUrl: `${consoleUrl}/alerts`,
    note: null,
  }
}
