import { type Instant, latest } from '@highwater/core'
import { type AlertSubject, channelsOfPeople, type PlannedChannel } from '@highwater/core/notify'
import type { Roles } from '@highwater/core/person'
import {
  channelsOf,
  escalatingFor,
  escalationAt,
  escalationTimes,
  type Subscription,
  stepsAt,
} from '@highwater/core/subscription'
import type { AlertRow } from '../alert-row.ts'
import type { loadMembers } from '../outbox/load-subscriptions.ts'

/** What the steps of escalation may name. */
export interface EscalationTargets<Channel extends PlannedChannel> {
  readonly subscriptions: readonly Subscription[]
  readonly channels: readonly Channel[]
  readonly members: Awaited<ReturnType<typeof loadMembers>>
  readonly roles: Roles
}

/** The steps of all subscriptions that come after the same time, taken together. */
export interface TakenStep<Channel extends PlannedChannel> {
  /** 1 for the soonest. */
  readonly step: number
  readonly afterMinutes: number
  readonly channels: readonly Channel[]
}

/** The steps at these minutes that concern an alert, soonest first. */
export function stepsFor<Channel extends PlannedChannel>(
  subject: AlertSubject,
  minutes: readonly number[],
  targets: EscalationTargets<Channel>,
): TakenStep<Channel>[] {
  const { subscriptions, channels, members } = targets
  const escalating = escalatingFor(subscriptions, subject)
  const times = escalationTimes(escalating)
  return minutes.map((afterMinutes) => {
    const named = escalating.flatMap((subscription) =>
      stepsAt(subscription, [afterMinutes]).flatMap((step) =>
        channelsOf(subscription, step, channels, members, (role) =>
          channelsOfPeople(role, subject, targets),
        ),
      ),
    )
    return { step: times.indexOf(afterMinutes) + 1, afterMinutes, channels: [...new Set(named)] }
  })
}

/** An alert after a look at its escalation, and the steps that are taken now. */
export interface Escalated {
  readonly after: AlertRow
  readonly due: readonly number[]
}

const holds = (until: Instant | null, now: Instant): until is Instant =>
  until !== null && until > now

/** Where the escalation of an alert stands at `now`; what somebody has in hand waits for them. */
export function escalationOf(
  alert: AlertRow,
  subject: AlertSubject,
  subscriptions: readonly Subscription[],
  now: Instant,
): Escalated {
  const lookAt = (at: Instant | null): Escalated => ({
    after: { ...alert, escalates_at: at },
    due: [],
  })
  if (alert.state !== 'firing') return lookAt(null)
  if (holds(alert.acknowledged_until, now)) return lookAt(alert.acknowledged_until)
  if (holds(alert.snoozed_until, now)) return lookAt(alert.snoozed_until)
  const began = alert.escalation_from ?? alert.fired_at ?? now
  // An acknowledgement that has ended by itself lets the count begin with its end.
  const from = latest(began, alert.acknowledged_until ?? began)
  const { due, nextAt } = escalationAt(
    { from, escalatedMinutes: alert.escalated_minutes },
    escalatingFor(subscriptions, subject),
    now,
  )
  const escalatedMinutes = due.at(-1) ?? alert.escalated_minutes
  return {
    after: {
      ...alert,
      escalation_from: from,
      escalated_minutes: escalatedMinutes,
      escalates_at: nextAt,
    },
    due,
  }
}
