import type { TimelineType } from '@highwater/core/alert'
import type { Transaction } from '../../client/connect.ts'
import { alertEvent } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { personOf } from '../person-of.ts'
import type { LoadedAlert } from './load-alert.ts'

/** What a person may do with an alert, by the name it has in the timeline. */
export type PersonalAction = Extract<
  TimelineType,
  'acknowledge' | 'unacknowledge' | 'assign' | 'unassign' | 'snooze' | 'unsnooze' | 'comment'
>

/** Puts what a person did into the alert's timeline. */
export async function noteAction(
  tx: Transaction,
  { alert }: LoadedAlert,
  { actor, actorName, now }: ChangeContext,
  type: PersonalAction,
  detail: Record<string, unknown> | null = null,
): Promise<void> {
  const { id: alertId, level } = alert
  const actorId = personOf(actor)
  await tx.insert(alertEvent).values({ alertId, at: now, type, level, actorId, actorName, detail })
}
