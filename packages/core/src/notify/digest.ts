import type { AlertEvent, Severity } from '../alert/event.ts'
import type { Particulars } from '../alert/particulars.ts'
import type { AlertState } from '../alert/state.ts'
import type { MentionedPerson } from '../person/contact.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { Instant, Millis } from '../time.ts'
import type { AggregationGroup } from './aggregation.ts'
import type { MessageNote } from './message.ts'

/**
 * Why several alerts are told in one message: too many at once, more than somebody wants, all of them
 * over before anybody looked, found late after a time without a worker, more than the robot may be sent, alike, or
 * all of them held back by an outage of the channel.
 */
export const digestReasons = [
  'storm',
  'limit',
  'gap',
  'late',
  'budget',
  'aggregation',
  'outage',
] as const
export type DigestReason = (typeof digestReasons)[number]

/** One alert in a digest, as it stands when the digest is written. */
export interface DigestMember {
  /** The same for all messages of one alert: by it a receiver of incidents tells them apart. */
  readonly incidentId: string
  readonly openedAt: Instant
  readonly shortId: string
  readonly event: AlertEvent
  readonly severity: Severity
  readonly level: ProtectionLevel
  /** The name of its project, or what a system alert is about. */
  readonly subject: string
  readonly state: AlertState
  readonly observed: Millis | null
  readonly threshold: Millis | null
  readonly particulars: Particulars | null
  readonly url: string
}

/** A time during which no worker judged projects. */
export interface UnwatchedTime {
  readonly from: Instant
  readonly to: Instant
}

/** One message in place of many: what was held back, named one by one. */
export interface DigestMessage {
  readonly kind: 'digest'
  readonly shortId: string
  readonly why: DigestReason
  /** How many alerts it tells of; `members` may name fewer when they are very many. */
  readonly count: number
  readonly members: readonly DigestMember[]
  /** Left out where it speaks for the channel, whichever subscriptions its alerts came by. */
  readonly subscription?: string
  /** What its alerts have in common, where that is why. */
  readonly group?: AggregationGroup
  /** The time during which nobody looked, where that is why. */
  readonly unwatched?: UnwatchedTime
  /** The time during which the channel was cut off, where that is why. */
  readonly withheld?: UnwatchedTime
  readonly sentFor: Instant
  /** The list of all alerts that it tells of. */
  readonly listUrl: string
  /** Whom it calls: the people of the alerts that still stand, as their subscriptions want. */
  readonly mentions?: readonly MentionedPerson[]
  /** Set when it is sent again after an attempt without an answer. */
  readonly note: MessageNote | null
}
