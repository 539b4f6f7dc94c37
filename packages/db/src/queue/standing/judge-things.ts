import { type DepartmentId, type Instant, type Millis, minutes } from '@highwater/core'
import { type AlertEvent, type Particulars, systemLevelOf } from '@highwater/core/alert'
import {
  endsDismissal,
  judgeStanding,
  type Standing,
  type StandingJudgement,
  type StandingMove,
} from '@highwater/core/alert-standing'
import type { TransactionSql } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import type { AlertRow } from '../alert-row.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { writeTimeline } from '../evaluate/timeline.ts'
import { loadAlertsAbout, loadRecoveredAbout, type ThingColumn } from '../load-alerts.ts'
import { openingAlert } from '../opening-alert.ts'
import { type Telling, tell } from '../outbox/tell.ts'
import { insertAlerts, updateAlerts } from '../store-alerts.ts'
import { forgetDismissals, readDismissals } from './dismissals.ts'
import { moveRow, newsOfMove, toStandingAlert } from './move-row.ts'

/** How one thing stands with regard to one event. */
export interface StandingOfThing {
  readonly thing: { readonly id: string; readonly name: string; readonly department: DepartmentId }
  readonly event: AlertEvent
  readonly standing: Standing
  /** How long it must be good before its alert is resolved. */
  readonly hold: Millis
  readonly detail: string | null
  readonly particulars: Particulars | null
}

interface Judged {
  readonly before: AlertRow | undefined
  readonly after: AlertRow | null
  readonly move: StandingMove | null
  readonly dueAt: Instant | null
}

function newRow(
  column: ThingColumn,
  { thing, event, detail, particulars }: StandingOfThing,
  move: Extract<StandingMove, { type: 'fire' }>,
  policy: PolicyInForce,
): AlertRow {
  const { observed, threshold } = move.measure
  return openingAlert({
    [column]: thing.id,
    department_id: thing.department,
    subject: thing.name,
    event,
    level: systemLevelOf(event),
    since: move.since,
    policy_version: policy.version,
    now: policy.now,
    detail,
    particulars,
    observed,
    threshold,
  })
}

/** What is told of an open alert follows the facts, also between its messages. */
const upToDate = (row: AlertRow, { standing, detail, particulars }: StandingOfThing): AlertRow =>
  standing.is === 'bad' ? { ...row, detail, particulars: particulars ?? row.particulars } : row

const hasNewWords = (before: AlertRow, after: AlertRow): boolean =>
  before.detail !== after.detail ||
  JSON.stringify(before.particulars) !== JSON.stringify(after.particulars)

function apply(
  column: ThingColumn,
  one: StandingOfThing,
  before: AlertRow | undefined,
  { move, dueAt }: StandingJudgement,
  policy: PolicyInForce,
): Judged {
  const known = before && upToDate(before, one)
  if (move === null) {
    return {
      before,
      after: before && known && hasNewWords(before, known) ? known : null,
      move,
      dueAt,
    }
  }
  const row = known ?? (move.type === 'fire' ? newRow(column, one, move, policy) : undefined)
  if (!row) throw new Error(`A ${move.type} needs an open alert.`)
  return { before, after: moveRow(row, move, policy.now), move, dueAt }
}

const frequencyOf = (event: AlertEvent, { settings }: PolicyInForce): number =>
  settings[systemLevelOf(event)].frequencyMinutes

function tellingsOf(
  judged: readonly Judged[],
  numbers: ReadonlyMap<string, number>,
  policy: PolicyInForce,
): Telling[] {
  return judged.flatMap(({ after, move }): Telling[] => {
    const news = after && move && newsOfMove(after, move)
    const number = after && (after.number ?? numbers.get(after.id))
    if (!news || !after || number === null || number === undefined) return []
    const frequencyMinutes = frequencyOf(after.event, policy)
    return [{ news, alert: after, number, project: null, frequencyMinutes }]
  })
}

const topicsOf = (judged: readonly Judged[]): Topic[] => {
  const changed = judged.flatMap(({ after }) => (after ? [after] : []))
  return changed.length === 0
    ? []
    : ['alerts', 'deliver', 'deliveries', ...changed.map(({ id }): Topic => `alert:${id}`)]
}

export interface ThingsJudged {
  /** The moves, in the order of the standings; null where nothing moved. */
  readonly moves: readonly (StandingMove | null)[]
  /** When each standing's alert would move by itself. */
  readonly dueAt: readonly (Instant | null)[]
}

/**
 * Holds things against their events and writes alerts, timeline and outbox: the one way by which
 * alerts about sources, hosts and channels open, repeat and close. The things are locked by the caller.
 */
export async function judgeThings(
  tx: TransactionSql,
  column: ThingColumn,
  standings: readonly StandingOfThing[],
  policy: PolicyInForce,
  consoleUrl: string,
): Promise<ThingsJudged> {
  const { now } = policy
  const things = [...new Set(standings.map((one) => one.thing.id))]
  const { calming } = policy
  const open = await loadAlertsAbout(tx, column, things)
  const recovered = await loadRecoveredAbout(tx, things, calming.reopenWithin)
  const dismissals = await readDismissals(tx, column, things)
  const dismissalOf = ({ thing, event }: StandingOfThing) =>
    dismissals.find((one) => one.thing === thing.id && one.event === event)
  await forgetDismissals(
    tx,
    standings.flatMap((one) => (endsDismissal(one.standing) ? (dismissalOf(one) ?? []) : [])),
  )
  const judged = standings.map((one): Judged => {
    const isAbout = (row: AlertRow) => row[column] === one.thing.id && row.event === one.event
    const standing = open.find(isAbout)
    const ended = recovered.find(isAbout)
    const rules = {
      frequency: minutes(frequencyOf(one.event, policy)),
      hold: one.hold,
      dismissedUntil: dismissalOf(one)?.until ?? null,
      recovered: ended ? { at: ended.closed_at ?? now, turnedAt: ended.turned_at } : null,
      calming,
    }
    const alert = standing ? toStandingAlert(standing) : null
    const judgement = judgeStanding(alert, one.standing, rules, now)
    const { move } = judgement
    const before = move?.type === 'fire' && move.reopened ? ended : standing
    return apply(column, one, before, judgement, policy)
  })
  const rowsOf = (wanted: readonly Judged[]) => wanted.flatMap(({ after }) => after ?? [])
  const numbers = await insertAlerts(tx, rowsOf(judged.filter(({ before }) => !before)))
  await updateAlerts(tx, rowsOf(judged.filter(({ before }) => before)))
  const entries = judged.flatMap(({ after, move }) =>
    after && move
      ? [{ alert: after, type: move.type, reason: 'reason' in move ? move.reason : null }]
      : [],
  )
  await writeTimeline(tx, entries, now)
  await tell(tx, tellingsOf(judged, numbers, policy), now, consoleUrl)
  await publishFrom(tx, topicsOf(judged))
  return { moves: judged.map(({ move }) => move), dueAt: judged.map(({ dueAt }) => dueAt) }
}
