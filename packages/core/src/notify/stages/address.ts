import type { ChannelId, UserId } from '../../ids.ts'
import { type PersonRole, peopleIn } from '../../person/addressed.ts'
import type { AlertSubject, PlannedNews } from '../news.ts'
import { naming, type Reach, type Suppression, suppressionOf } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'
import type { SuppressionReason } from '../suppression.ts'

const unfilled: Readonly<Record<PersonRole, SuppressionReason>> = {
  owner: 'no_owner',
  on_call: 'nobody_on_call',
}

type Reachable = Pick<PlanContext, 'channels' | 'roles'>

/** A person's own channels, as far as they are on. */
const ownChannels = (person: UserId, { channels }: Reachable): ChannelId[] =>
  channels.flatMap(({ id, enabled, person: whose }) => (enabled && whose === person ? [id] : []))

/** The own channels of those who play a role for this alert. */
export const channelsOfPeople = (
  role: PersonRole,
  subject: AlertSubject,
  context: Reachable,
): ChannelId[] =>
  peopleIn(role, subject, context.roles).flatMap((person) => ownChannels(person, context))

/** Whom a subscription addresses in vain: a role that nobody plays, a person without a way in. */
export function unreached(
  roles: readonly PersonRole[],
  news: PlannedNews,
  reach: Reach,
  context: PlanContext,
): Suppression[] {
  const { alert, kind, subject } = news
  const hold = (reason: SuppressionReason, who: Readonly<Record<string, string>> = {}) =>
    suppressionOf(
      { alert, channel: null, kind },
      { hold: reason, detail: { ...naming(reach), ...who } },
    )
  return [...new Set(roles)].flatMap((role) => {
    const people = peopleIn(role, subject, context.roles)
    if (people.length === 0) return [hold(unfilled[role])]
    return people
      .filter((person) => ownChannels(person, context).length === 0)
      .map((personId) =>
        hold('person_not_reachable', { person: context.roles.nameOf(personId), personId }),
      )
  })
}

/** Each person and each role once, whoever addresses them. */
export const eachOnce = (held: readonly Suppression[]): Suppression[] => [
  ...new Map(held.map((one) => [`${one.reason} ${one.detail?.personId ?? ''}`, one])).values(),
]
