import { keepsIncidents } from '@highwater/channels/catalog'
import {
  type ChannelId,
  type DigestId,
  earliest,
  hours,
  type Instant,
  type MessageLocale,
  plus,
  type SubscriptionId,
} from '@highwater/core'
import {
  type AggregationGroup,
  type DigestMember,
  type DigestMessage,
  type DigestReason,
  priorityOf,
  type UnwatchedTime,
} from '@highwater/core/notify'
import type { MentionedPerson } from '@highwater/core/person'
import { nextHours, type Subscription, targetLevelOf } from '@highwater/core/subscription'
import type { TransactionSql } from '../../client/connect.ts'
import { shortIdOf } from '../outbox/compose-message.ts'
import type { OutboxRow } from '../outbox/write-notifications.ts'
import { loadDigestMentions } from './digest-mentions.ts'

export interface DueDigest {
  readonly id: DigestId
  readonly number: string
  readonly why: DigestReason
  readonly locale: MessageLocale
  readonly channel_id: ChannelId
  readonly channel_kind: string
  readonly channel_gone: 'channel_deleted' | 'channel_disabled' | 'channel_kind_off' | null
  /** Null where it speaks for the channel. */
  readonly subscription_id: SubscriptionId | null
  readonly subscription: string | null
  /** The hours that its subscription keeps; left out where it speaks for the channel. */
  readonly levels?: Subscription['levels'] | null
  /** What its alerts have in common, where that is why. */
  readonly group: AggregationGroup | null
  /** The gap that it is about, where that is why. */
  readonly gap_from: Instant | null
  readonly gap_to: Instant | null
  /** The time during which its channel was cut off, where that is why. */
  readonly withheld?: UnwatchedTime
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

/**
 * So many are named in one message; how many there are it says in any case. What keeps incidents has to
 * hear of each: the end of one that is left out would never be told there.
 */
const namedAtMost = (channelKind: string): number =>
  keepsIncidents(channelKind) ? Number.POSITIVE_INFINITY : 1_000

/**
 * The alerts that these digests tell of, as they stand now: what is open first, by level and number,
 * as a provider may have room for the first of them only.
 */
async function loadMembers(
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
    order by m.digest_id, a.state = 'closed',
      array_position(array['high', 'medium', 'low', 'none'], a.level), a.number`
  return Map.groupBy(rows, (row) => row.digest_id)
}

/** What is told in a digest, and whom it calls. */
export interface DigestContent {
  readonly members: readonly MemberRow[]
  readonly mentions: readonly MentionedPerson[]
}

/** What these digests tell of, as it stands now. */
export async function loadContents(
  tx: TransactionSql,
  digests: readonly DigestId[],
): Promise<(digest: DigestId) => DigestContent> {
  const membersOf = await loadMembers(tx, digests)
  const mentionsOf = await loadDigestMentions(tx, digests)
  return (digest) => ({ members: membersOf.get(digest) ?? [], mentions: mentionsOf(digest) })
}

/** Whom a digest calls, and all its alerts by name, up to a number that no channel could carry. */
export const contentOfDigest = (
  { members, mentions }: DigestContent,
  channelKind: string,
  consoleUrl: string,
): Required<Pick<DigestMessage, 'count' | 'members' | 'mentions'>> => ({
  mentions,
  count: members.length,
  members: members.slice(0, namedAtMost(channelKind)).map((row) => ({
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
})

/** The message of a digest, which names all its alerts. */
export function composeDigest(
  digest: DueDigest,
  content: DigestContent,
  now: Instant,
  consoleUrl: string,
): DigestMessage {
  return {
    kind: 'digest',
    shortId: `D${digest.number}`,
    why: digest.why,
    ...contentOfDigest(content, digest.channel_kind, consoleUrl),
    ...(digest.subscription === null ? {} : { subscription: digest.subscription }),
    ...(digest.group === null ? {} : { group: digest.group }),
    ...(digest.gap_from === null || digest.gap_to === null
      ? {}
      : { unwatched: { from: digest.gap_from, to: digest.gap_to } }),
    ...(digest.withheld === undefined ? {} : { withheld: digest.withheld }),
    sentFor: now,
    listUrl: `${consoleUrl}/alerts?digest=D${digest.number}&range=custom`,
    note: null,
  }
}

/** A digest that names a high alert which is still open goes before what is not urgent. */
const urgencyOf = (members: readonly MemberRow[]): number =>
  priorityOf(
    'digest',
    members.some(({ level, state }) => level === 'high' && state !== 'closed') ? 'high' : 'medium',
  )

/** Why it is not sent after all; null where it is. */
function suppressionFor(gone: DueDigest['channel_gone']): OutboxRow['suppression'] {
  if (gone === null) return null
  return { reason: gone === 'channel_deleted' ? 'channel_disabled' : gone, detail: null }
}

/** What came and went while nobody looked is worth no breach of anybody's hours. */
function sendAtOf(digest: DueDigest, members: readonly MemberRow[], now: Instant): Instant {
  const { why, levels } = digest
  if (why !== 'gap' || !levels) return now
  const begin = members.map(({ level }) =>
    nextHours(levels[targetLevelOf(level)]?.period ?? null, now),
  )
  return earliest(...begin) ?? now
}

/** The one message in which a digest is told. */
export const digestRow = (
  digest: DueDigest,
  content: DigestContent,
  now: Instant,
  consoleUrl: string,
): OutboxRow => {
  const sendAt = sendAtOf(digest, content.members, now)
  return {
    alertId: null,
    channelId: digest.channel_id,
    kind: 'digest',
    suppression: suppressionFor(digest.channel_gone),
    wakeAt: null,
    digestId: digest.id,
    subscriptions:
      digest.subscription_id === null || digest.subscription === null
        ? null
        : [{ id: digest.subscription_id, name: digest.subscription }],
    locale: digest.locale,
    message: composeDigest(digest, content, now, consoleUrl),
    priority: urgencyOf(content.members),
    sendAt,
    deadline: plus(sendAt, hours(24)),
    dedupeKey: `digest ${digest.id}`,
  }
}
