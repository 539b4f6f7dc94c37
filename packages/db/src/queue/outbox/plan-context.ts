import type { AlertId, Instant, ProjectId } from '@highwater/core'
import type { Heard, Limited, PlanContext } from '@highwater/core/notify'
import { type Held, heldBy, heldThroughout, type Span } from '@highwater/core/silence'
import type { TransactionSql } from '../../client/connect.ts'
import { loadEndingHolds } from '../silence/ending-holds.ts'
import { loadSilencesInForce, loadSilencesOf } from '../silence/in-force.ts'
import { lockPlannedChannels } from './load-channels.ts'
import { loadRoles } from './load-roles.ts'
import { loadMembers, loadSubscriptions } from './load-subscriptions.ts'
import { loadTold } from './load-told.ts'
import { openMailboxes } from './open-mailboxes.ts'

/** What the news is about. */
export interface Matters {
  /** The alerts that some channel may have heard of. */
  readonly alerts: readonly string[]
  readonly projects: readonly ProjectId[]
  /** When those lived that came and went unseen; left out where there are none. */
  readonly lived?: Span | undefined
  /** The alerts that are only told again. */
  readonly repeated: readonly AlertId[]
}

export interface LoadedContext extends PlanContext {
  /** Every channel that any message about one of the alerts was for. */
  readonly heard: readonly Heard[]
  /** Those that only receive limits keep from being told by themselves. */
  readonly limited: readonly Limited[]
  readonly heldUntilNow: (alert: AlertId) => Held | null
}

/** What the planning of notifications must know, in a fixed number of questions. */
export async function loadPlanContext(
  tx: TransactionSql,
  { alerts, projects, lived, repeated }: Matters,
  now: Instant,
): Promise<LoadedContext> {
  const inForce = await loadSilencesInForce(tx, now)
  const remembered = lived === undefined ? [] : await loadSilencesOf(tx, lived)
  const subscriptions = await loadSubscriptions(tx)
  const { roles, people } = await loadRoles(tx, subscriptions, projects, now)
  if (people.length > 0) await openMailboxes(tx, people, now)
  return {
    now,
    channels: await lockPlannedChannels(tx, people, alerts),
    subscriptions,
    members: await loadMembers(tx),
    roles,
    ...(await loadTold(tx, alerts)),
    heldUntilNow: await loadEndingHolds(tx, repeated, now),
    heldBy: (subject, ofAlert) =>
      ofAlert === undefined
        ? heldBy(subject, inForce)
        : heldThroughout(subject, remembered, ofAlert),
  }
}
