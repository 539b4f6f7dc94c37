import { type AlertId, AppError, type Instant, toIso } from '@highwater/core'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { alertVisibleTo } from '../../queries/visible.ts'
import { shortIdOf } from '../../queue/outbox/compose-message.ts'
import { alert, project } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import type { Resource } from '../refused.ts'
import { sqlOf } from '../sql-of.ts'

/**
 * An alert that the actor may see, locked: evaluation locks the alerts that it judges, so what is
 * decided here is decided before or after a judgement, never beside it.
 * @throws AppError `not_found`
 */
export async function loadAlert(tx: Transaction, id: AlertId, { actor }: ChangeContext) {
  // Evaluation locks a project's state before its alerts; the same order here cannot deadlock.
  await sqlOf(tx)`
    select from project_state s join alert a on a.project_id = s.project_id
    where a.id = ${id} for update of s`
  const rows = await tx
    .select({ alert, owner: project.ownerId })
    .from(alert)
    .leftJoin(project, eq(project.id, alert.projectId))
    .where(and(eq(alert.id, id), alertVisibleTo(actor)))
    .for('no key update', { of: alert })
  return foundOne(rows, 'alert')
}

export type LoadedAlert = Awaited<ReturnType<typeof loadAlert>>

export const alertSubject = ({ alert }: LoadedAlert) => ({
  id: alert.id,
  name: `${shortIdOf(alert.number)} ${alert.subject}`,
})

export const alertResource = (loaded: LoadedAlert): Resource => ({
  department: loaded.alert.departmentId,
  owner: loaded.owner,
  subject: alertSubject(loaded),
})

/** Stands for "until the alert is over": later than any alert lasts. */
export const untilItIsOver = Date.UTC(9999, 11, 31) as Instant

/** As the audit shows it; an acknowledgement without an end has none to show. */
export const describeAcknowledgement = ({ alert }: LoadedAlert) => {
  const until = alert.acknowledgedUntil === untilItIsOver ? null : alert.acknowledgedUntil
  return {
    acknowledgedBy: alert.acknowledgedByName,
    acknowledgedUntil: until === null ? null : toIso(until),
  }
}

/** @throws AppError `conflict` when the alert has been closed meanwhile */
export function expectOpen({ alert }: LoadedAlert): void {
  if (alert.closedAt === null) return
  const { id, state, closeReason } = alert
  throw new AppError(
    'conflict',
    `Alert ${shortIdOf(alert.number)} was closed at ${toIso(alert.closedAt)}. It cannot be changed any more.`,
    { current: { id, state, closeReason, closedAt: toIso(alert.closedAt) } },
  )
}
