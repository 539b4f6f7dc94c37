import { type Instant, minutes, type ProjectId, plus } from '@highwater/core'
import { intoLateDigests } from '@highwater/core/notify'
import { instantArray, plainArray } from '../../client/array-literals.ts'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import type { AlertRow } from '../alert-row.ts'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import { readLastGap } from '../gap/last-gap.ts'
import { loadAlertsOf } from '../load-alerts.ts'
import type { Restraint } from '../outbox/restraint.ts'
import { restrainUsually, type Telling, tell } from '../outbox/tell.ts'
import { insertAlerts, updateAlerts } from '../store-alerts.ts'
import { type DueProject, takeDueProjects } from './due-projects.ts'
import { isOverdue, type Judgement, judge, type Move } from './judge.ts'
import { nameEditors } from './name-editors.ts'
import { messageProjectOf, newsOf } from './news.ts'
import { type TimelineEntry, writeTimeline } from './timeline.ts'
import { withdrawUnsent } from './withdraw-unsent.ts'

export interface EvaluateOptions {
  readonly limit: number
  /** The public address, for the links in messages. */
  readonly consoleUrl: string
  /** Told of a project that breaks the rule book; it is looked at again in ten minutes. */
  readonly onDefect: (project: ProjectId, error: unknown) => void
}

export interface EvaluateReport {
  readonly taken: number
  readonly moves: number
  /** The limit was reached: more may be due. */
  readonly more: boolean
}

function judgeAll(
  projects: readonly DueProject[],
  alerts: readonly AlertRow[],
  policy: PolicyInForce,
  onDefect: EvaluateOptions['onDefect'],
): Judgement[] {
  const byProject = Map.groupBy(alerts, (alert) => alert.project_id)
  return projects.map((project) => {
    try {
      return judge(project, byProject.get(project.id) ?? [], policy)
    } catch (error) {
      // One project that breaks the rules must not stop the others.
      onDefect(project.id, error)
      return { project, moves: [], dueAt: plus(policy.now, minutes(10)) }
    }
  })
}

/** The last state of each alert that moved, apart by whether it is new. */
function finalRows(moves: readonly Move[]): { opened: AlertRow[]; changed: AlertRow[] } {
  const existing = new Set(
    moves.flatMap((move) => (move.before?.number != null ? [move.after.id] : [])),
  )
  const last = new Map(moves.map((move) => [move.after.id, move.after]))
  const rows = [...last.values()]
  return {
    opened: rows.filter((row) => !existing.has(row.id)),
    changed: rows.filter((row) => existing.has(row.id)),
  }
}

async function scheduleNext(tx: TransactionSql, judgements: readonly Judgement[], now: Instant) {
  const opened = (judgement: Judgement) =>
    judgement.moves.reduce((sum, { transition, before }) => {
      const isOpening =
        transition.type === 'pend' ||
        transition.type === 'reinstate' ||
        (transition.type === 'fire' && before?.state !== 'pending')
      const isClosing = transition.type === 'close' || transition.type === 'drop'
      return sum + (isOpening ? 1 : 0) - (isClosing ? 1 : 0)
    }, 0)
  const forgotten = ({ moves }: Judgement) =>
    moves.filter(({ transition }) => transition.type === 'forget').length
  await tx`
    update project_state s set due_at = u.due_at, evaluated_at = ${now},
      open_alerts = s.open_alerts + u.opened, dismissed_alerts = s.dismissed_alerts - u.forgotten,
      -- Whoever remembers the row as it was has to read it again.
      version = s.version + 1
    from unnest(
      ${plainArray(judgements.map((judgement) => judgement.project.id))}::uuid[],
      ${instantArray(judgements.map((judgement) => judgement.dueAt))}::timestamptz[],
      ${plainArray(judgements.map(opened))}::int[],
      ${plainArray(judgements.map(forgotten))}::int[]
    ) as u (id, due_at, opened, forgotten)
    where s.project_id = u.id`
}

/** Why a transition took place, or was not told, where its name does not say so. */
function reasonOf({ transition }: Move): string | null {
  if (transition.type === 'fire') return transition.flapping ? 'flapping' : null
  if (transition.type === 'repeat') return transition.note
  return 'reason' in transition ? transition.reason : null
}

function entryOf(move: Move): TimelineEntry {
  const { after, transition } = move
  const name = transition.type === 'close' ? after.closed_by_name : null
  return {
    alert: after,
    type: transition.type,
    reason: reasonOf(move),
    // Not as what a person did to the alert: they did it to its limits.
    ...(name === null ? {} : { detail: { editedBy: name } }),
  }
}

function tellingsOf(
  moves: readonly Move[],
  numbers: ReadonlyMap<string, number>,
  policy: PolicyInForce,
): Telling[] {
  return moves.flatMap((move): Telling[] => {
    const news = newsOf(move.transition, {
      alert: move.after.id,
      department: move.project.department_id,
      closeReason: move.after.close_reason,
    })
    const number = move.after.number ?? numbers.get(move.after.id)
    if (news === null || number === undefined) return []
    const level = move.after.level === 'none' ? 'low' : move.after.level
    const { frequencyMinutes } = policy.settings[level]
    return [
      {
        news,
        alert: move.after,
        number,
        project: messageProjectOf(move.project),
        frequencyMinutes,
      },
    ]
  })
}

/** What fell due in a gap is found all at once: a channel hears of it in one digest. */
async function restrainAfterGap(
  tx: TransactionSql,
  moves: readonly Move[],
  policy: PolicyInForce,
): Promise<Restraint> {
  const overdue = moves.filter(({ project }) => isOverdue(project, policy))
  const gap = overdue.length < 2 ? null : await readLastGap(tx)
  if (gap === null) return restrainUsually
  const late = new Set(
    overdue.flatMap(({ project, after }) => (project.due_at <= gap.to ? [after.id] : [])),
  )
  return (inTx, planned, now, context) =>
    restrainUsually(inTx, intoLateDigests(planned, late, now), now, context)
}

/**
 * Judges what is due, at most `limit` projects, and writes transitions, timeline, outbox and next
 * deadlines in one transaction: either all of it happened or none.
 */
export async function evaluateDue(db: Database, options: EvaluateOptions): Promise<EvaluateReport> {
  return db.sql.begin(async (tx) => {
    const projects = await takeDueProjects(tx, options.limit)
    if (projects.length === 0) return { taken: 0, moves: 0, more: false }
    const policy = await readPolicyInForce(tx)
    const alerts = await loadAlertsOf(
      tx,
      projects.map((project) => project.id),
      policy.calming.reopenWithin,
    )
    const judgements = judgeAll(projects, alerts, policy, options.onDefect)
    const judged = judgements.flatMap((judgement) => judgement.moves)
    const moves = await nameEditors(tx, judged, policy)
    const { opened, changed } = finalRows(moves)
    // Handed over at once and in this order: the server writes one while the next is put into words.
    const [numbers] = await Promise.all([
      insertAlerts(tx, opened),
      updateAlerts(tx, changed),
      writeTimeline(tx, moves.map(entryOf), policy.now),
      scheduleNext(tx, judgements, policy.now),
    ])
    const tellings = tellingsOf(moves, numbers, policy)
    await withdrawUnsent(tx, moves, policy.now)
    const restrain = await restrainAfterGap(tx, moves, policy)
    await tell(tx, tellings, policy.now, options.consoleUrl, restrain)
    const topics: Topic[] = moves.length > 0 ? ['alerts', 'projects'] : []
    topics.push(...moves.map((move): Topic => `alert:${move.after.id}`))
    topics.push(...moves.map((move): Topic => `project:${move.project.id}`))
    if (tellings.length > 0) topics.push('deliver', 'deliveries')
    await publishFrom(tx, topics)
    return { taken: projects.length, moves: moves.length, more: projects.length === options.limit }
  })
}
