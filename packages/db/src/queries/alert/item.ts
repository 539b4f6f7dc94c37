import type {
  AlertId,
  DepartmentId,
  Instant,
  Millis,
  ProjectId,
  SourceId,
  UserId,
} from '@highwater/core'
import type {
  AlertEvent,
  AlertScope,
  AlertState,
  Particulars,
  SendingStatus,
  Severity,
} from '@highwater/core/alert'
import type { CloseReason } from '@highwater/core/notify'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import { eq, type SQL, sql } from 'drizzle-orm'
import { alert, alertSending, project } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'
import { presentFigure } from './present-figure.ts'

/** How the notifications of an alert stand. */
export interface NotificationCounts {
  readonly delivered: number
  readonly failed: number
  /** Waiting, on their way or to be tried again. */
  readonly waiting: number
  readonly suppressed: number
}

/** The facts of an alert; its title and sentences are written where the reader's language is known. */
export interface AlertItem {
  readonly id: AlertId
  readonly shortId: string
  readonly scope: AlertScope
  readonly event: AlertEvent
  readonly severity: Severity
  readonly level: ProtectionLevel
  readonly state: AlertState
  readonly project: {
    readonly id: ProjectId
    readonly name: string
    readonly kind: ProjectKind
  } | null
  readonly source: SourceId | null
  readonly department: DepartmentId
  /** The owner of its project, who may act on it wherever they belong. */
  readonly owner: UserId | null
  /** The project's or source's name when it opened. */
  readonly subject: string
  readonly detail: string | null
  readonly particulars: Particulars | null
  readonly since: Instant
  readonly openedAt: Instant
  readonly firedAt: Instant | null
  readonly recoveringSince: Instant | null
  readonly resolvesAt: Instant | null
  readonly nextNotifyAt: Instant | null
  readonly closedAt: Instant | null
  readonly closeReason: CloseReason | null
  readonly observedMs: Millis | null
  readonly thresholdMs: Millis
  /** In a list the worst of which people were told. */
  readonly peakMs: Millis | null
  readonly repeats: number
  readonly reopened: number
  readonly stale: boolean
  readonly acknowledgedBy: { readonly id: UserId | null; readonly name: string } | null
  readonly acknowledgedAt: Instant | null
  readonly acknowledgedUntil: Instant | null
  readonly assignee: { readonly id: UserId; readonly name: string } | null
  readonly snoozedUntil: Instant | null
  readonly snoozedBy: string | null
  /** The person who closed it, and why; null where it ended by itself. */
  readonly closedBy: string | null
  readonly closeNote: string | null
  readonly flappingSince: Instant | null
  /** How much later than it was due it was found, after an outage of Highwater. */
  readonly detectedLateMs: Millis | null
  readonly sendingStatus: SendingStatus
  readonly policyVersion: number | null
  readonly notifications: NotificationCounts
}

const itemColumns = {
  id: alert.id,
  number: alert.number,
  scope: alert.scope,
  event: alert.event,
  severity: alert.severity,
  level: alert.level,
  state: alert.state,
  projectId: alert.projectId,
  projectName: project.name,
  projectKind: project.kind,
  source: alert.sourceId,
  department: alert.departmentId,
  owner: project.ownerId,
  subject: alert.subject,
  detail: alert.detail,
  particulars: alert.particulars,
  since: alert.since,
  openedAt: alert.openedAt,
  firedAt: alert.firedAt,
  recoveringSince: alert.recoveringSince,
  resolvesAt: alert.resolvesAt,
  nextNotifyAt: alert.nextNotifyAt,
  closedAt: alert.closedAt,
  closeReason: alert.closeReason,
  observedMs: presentFigure,
  thresholdMs: alert.thresholdMs,
  peakMs: alert.peakMs,
  repeats: alert.repeats,
  reopened: alert.reopened,
  stale: alert.stale,
  acknowledgedById: alert.acknowledgedBy,
  acknowledgedByName: alert.acknowledgedByName,
  acknowledgedAt: alert.acknowledgedAt,
  acknowledgedUntil: alert.acknowledgedUntil,
  assigneeId: alert.assigneeId,
  assigneeName: alert.assigneeName,
  snoozedUntil: alert.snoozedUntil,
  snoozedBy: alert.snoozedByName,
  closedBy: alert.closedByName,
  closeNote: alert.closeNote,
  flappingSince: alert.flappingSince,
  detectedLateMs: alert.detectedLateMs,
  policyVersion: alert.policyVersion,
  // Both are read for the rows of the page alone, after sorting and cutting.
  sendingStatus: sql<SendingStatus>`(
    select s.status from ${alertSending} s where s.alert_id = ${alert.id})`,
  notifications: sql<NotificationCounts>`(
    select json_build_object(
      'delivered', count(*) filter (where n.state in ('delivered', 'partial')),
      'failed', count(*) filter (where n.state = 'failed'),
      'waiting', count(*) filter (where n.state in ('pending', 'sending', 'retrying')),
      'suppressed', count(*) filter (where n.state = 'suppressed'))
    from notification n where n.alert_id = ${alert.id})`,
}

/** The alerts of a condition, ready to be sorted and cut. */
export const selectAlerts = (db: Reader, condition: SQL | undefined) =>
  db
    .select(itemColumns)
    .from(alert)
    .leftJoin(project, eq(project.id, alert.projectId))
    .where(condition)

export type AlertItemRow = Awaited<ReturnType<typeof selectAlerts>>[number]

/** The short id that people read out to one another, such as `A123`. */
export const shortIdOf = (number: number): string => `A${number}`

/** The number of a short id, however it is written; null of any other text. */
export function numberOf(text: string): number | null {
  const [, digits] = /^a(\d{1,15})$/i.exec(text) ?? []
  return digits === undefined ? null : Number(digits)
}

export function toAlertItem(row: AlertItemRow): AlertItem {
  const {
    number,
    projectId,
    projectName,
    projectKind,
    acknowledgedById,
    acknowledgedByName,
    assigneeId,
    assigneeName,
    ...shown
  } = row
  return {
    ...shown,
    shortId: shortIdOf(number),
    project:
      projectId !== null && projectName !== null && projectKind !== null
        ? { id: projectId, name: projectName, kind: projectKind }
        : null,
    acknowledgedBy:
      acknowledgedByName === null ? null : { id: acknowledgedById, name: acknowledgedByName },
    assignee:
      assigneeId !== null && assigneeName !== null ? { id: assigneeId, name: assigneeName } : null,
  }
}
