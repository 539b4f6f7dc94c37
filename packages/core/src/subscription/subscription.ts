import type { AlertEvent } from '../alert/event.ts'
import type { AlertGroupId, ChannelId, DepartmentId, ProjectId, SubscriptionId } from '../ids.ts'
import type { MessageLocale } from '../locale.ts'
import type { MentionStrategy, PersonRole } from '../person/addressed.ts'
import type { GuardedLevel } from '../policy/level.ts'
import type { DailyPeriod } from '../silence/daily-period.ts'
import type { EscalationStep } from './escalation.ts'

/** Kinds of things that an alert may be about; a list that names nothing stands for everything. */
export interface Named {
  readonly events: readonly AlertEvent[]
  readonly departments: readonly DepartmentId[]
  readonly tags: readonly string[]
  readonly projects: readonly ProjectId[]
}

/** What a subscription is about: all that fits `named`, without anything that `except` names. */
export interface SubscriptionScope extends Named {
  readonly except: Named
}

/** Who hears of the alerts of one level, and at which hours. */
export interface LevelTargets {
  /** Every enabled channel of the subscription's own home, those of tomorrow included. */
  readonly allChannels: boolean
  readonly channels: readonly ChannelId[]
  readonly groups: readonly AlertGroupId[]
  /** People by what they are to the alert, by their own contacts; left out for nobody. */
  readonly people?: readonly PersonRole[]
  /** Null for the whole day. */
  readonly period: DailyPeriod | null
}

export const limitPeriods = ['hour', 'day'] as const

/** At most this many messages to one channel; what is more becomes one digest at the end. */
export interface ReceiveLimit {
  readonly messages: number
  readonly per: (typeof limitPeriods)[number]
}

/** A push setting (C17): which alerts go where, when, in which language, with which limits. */
export interface Subscription {
  readonly id: SubscriptionId
  readonly name: string
  /** Null: of the whole installation; else it hears of its department's alerts alone. */
  readonly department: DepartmentId | null
  readonly scope: SubscriptionScope
  readonly levels: Readonly<Record<GuardedLevel, LevelTargets | null>>
  readonly locale: MessageLocale
  readonly limit: ReceiveLimit | null
  readonly recoveryNotices: boolean
  /** Whom its messages call by name; the end of an alert calls nobody. */
  readonly mention: MentionStrategy
  /** Who else hears of an alert that nobody acknowledges, soonest first. */
  readonly escalation: readonly EscalationStep[]
}
