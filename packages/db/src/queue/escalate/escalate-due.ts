import type { AlertId } from '@highwater/core'
import type { AlertSubject } from '@highwater/core/notify'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import type { AlertRow } from '../alert-row.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { writeTimeline } from '../evaluate/timeline.ts'
import { loadAlertsById } from '../load-alerts.ts'
import { readMessageProjects } from '../outbox/message-project.ts'
import { subjectOf, type Telling, tell } from '../outbox/tell.ts'
import { updateAlerts } from '../store-alerts.ts'
import { type Escalated, escalationOf, stepsFor, type TakenStep } from './escalation-of.ts'
import { loadEscalationTargets, type NamedChannel } from './load-targets.ts'

export interface EscalateOptions {
  readonly limit: number
  readonly consoleUrl: string
}

interface Look extends Escalated {
  readonly subject: AlertSubject
  readonly steps: readonly TakenStep<NamedChannel>[]
}

/** Takes what is due; another worker's is skipped, and whatever is being judged right now. */
const takeDue = (tx: TransactionSql, limit: number) => tx<{ id: AlertId }[]>`
  select id from alert where escalates_at <= now() order by escalates_at limit ${limit}
  for update skip locked`

const entriesOf = ({ after, steps }: Look) =>
  steps.map(({ step, afterMinutes, channels }) => ({
    alert: after,
    type: 'escalate' as const,
    reason: null,
    detail: { step, afterMinutes, to: channels.map(({ name }) => name) },
  }))

/** The news for the channels of the steps alone; to one that never heard of the alert it is the first. */
function newsOf({ after, steps }: Look): Telling['news'] | null {
  const channels = [...new Set(steps.flatMap((step) => step.channels.map(({ id }) => id)))]
  if (steps.length === 0) return null
  const { id: alert, department_id: department } = after
  return { alert, kind: 'repeat', department, note: 'escalated', closeReason: null, channels }
}

/**
 * Tells the next channels of alerts that nobody has acknowledged in time (A11). The step and its
 * messages are one transaction: taken once, by whichever worker comes first, however often one dies.
 */
export async function escalateDue(
  db: Database,
  { limit, consoleUrl }: EscalateOptions,
): Promise<{ readonly taken: number; readonly more: boolean }> {
  return db.sql.begin(async (tx) => {
    const due = await takeDue(tx, limit)
    if (due.length === 0) return { taken: 0, more: false }
    const policy = await readPolicyInForce(tx)
    const alerts = await loadAlertsById(
      tx,
      due.map(({ id }) => id),
    )
    const projects = await readMessageProjects(
      tx,
      alerts.flatMap((alert) => alert.project_id ?? []),
    )
    const projectOf = ({ project_id: id }: AlertRow) =>
      id === null ? null : (projects.get(id) ?? null)
    const targets = await loadEscalationTargets(tx, [...projects.keys()], policy.now)
    const looks = alerts.map((alert): Look => {
      const subject = subjectOf(alert, projectOf(alert))
      const escalated = escalationOf(alert, subject, targets.subscriptions, policy.now)
      return { ...escalated, subject, steps: stepsFor(subject, escalated.due, targets) }
    })
    await updateAlerts(
      tx,
      looks.map(({ after }) => after),
    )
    await writeTimeline(tx, looks.flatMap(entriesOf), policy.now)
    const tellings = looks.flatMap((look): Telling[] => {
      const { after: alert } = look
      const news = newsOf(look)
      if (news === null || alert.number === null) return []
      const level = alert.level === 'none' ? 'low' : alert.level
      const { frequencyMinutes } = policy.settings[level]
      return [{ news, alert, number: alert.number, project: projectOf(alert), frequencyMinutes }]
    })
    await tell(tx, tellings, policy.now, consoleUrl)
    if (looks.some(({ steps }) => steps.length > 0)) {
      const topics = looks.map(({ after }): Topic => `alert:${after.id}`)
      await publishFrom(tx, [...topics, 'alerts', 'deliver', 'deliveries'])
    }
    return { taken: due.length, more: due.length === limit }
  })
}
