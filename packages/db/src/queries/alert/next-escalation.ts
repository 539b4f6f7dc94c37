import { type AlertId, type Instant, latest, minutes, plus } from '@highwater/core'
import type { AlertSubject } from '@highwater/core/notify'
import { escalatingFor, escalationTimes } from '@highwater/core/subscription'
import type { Database } from '../../client/connect.ts'
import { stepsFor } from '../../queue/escalate/escalation-of.ts'
import { loadEscalationTargets } from '../../queue/escalate/load-targets.ts'

/** Who hears of an alert next, unless somebody acknowledges it before. */
export interface NextEscalation {
  readonly at: Instant
  /** The names of the channels; empty where they are gone. */
  readonly to: readonly string[]
}

interface Waiting extends AlertSubject {
  readonly now: Instant
  readonly from: Instant
  readonly escalatedMinutes: number
  readonly snoozedUntil: Instant | null
}

/** Null where nobody else hears of it: it does not fire, somebody has it in hand, or no step is left. */
export async function readNextEscalation(
  db: Database,
  id: AlertId,
): Promise<NextEscalation | null> {
  const [waiting] = await db.sql<Waiting[]>`
    select a.event, a.level, a.project_id as project, a.department_id as department,
      coalesce(p.tags, '{}') as tags, a.channel_id as channel, 
      greatest(a.escalation_from, a.acknowledged_until) as "from",
      a.escalated_minutes as "escalatedMinutes", a.snoozed_until as "snoozedUntil", now() as now
    from alert a left join project p on p.id = a.project_id
    where a.id = ${id} and a.state = 'firing' and a.escalates_at is not null
      and a.escalation_from is not null and coalesce(a.acknowledged_until <= now(), true)`
  if (waiting === undefined) return null
  const projects = waiting.project === null ? [] : [waiting.project]
  const targets = await loadEscalationTargets(db.sql, projects, waiting.now)
  const times = escalationTimes(escalatingFor(targets.subscriptions, waiting))
  const next = times.find((after) => after > waiting.escalatedMinutes)
  if (next === undefined) return null
  const due = plus(waiting.from, minutes(next))
  return {
    at: waiting.snoozedUntil === null ? due : latest(due, waiting.snoozedUntil),
    to: stepsFor(waiting, [next], targets).flatMap((step) => step.channels.map(({ name }) => name)),
  }
}
