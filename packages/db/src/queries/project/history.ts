import { type Instant, type Millis, millis, type ProjectId } from '@highwater/core'
import { calmingOf, noSignalTime } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import type { ProjectState } from '@highwater/core/project'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { projectState } from '../../schema/index.ts'
import { readParametersInForce } from '../parameter/in-force.ts'
import { type Reader, readTogether } from '../reader.ts'
import { breakGaps } from './gaps.ts'
import { readProject } from './get.ts'
import {
  type ChartAct,
  type ChartAlert,
  type ChartNotification,
  readChartEvents,
} from './history-events.ts'
import { readLevelChanges, readPolicyEdits } from './history-policy.ts'
import type { LatencySample } from './sparklines.ts'
import { type ThresholdStep, thresholdSteps } from './threshold-steps.ts'

export interface HistoryRange {
  readonly from: Instant
  readonly to: Instant
  /** At most so many samples; each is the worst of its stretch. */
  readonly points: number
}

export interface StateChange {
  readonly at: Instant
  readonly state: ProjectState
}

/** One project's latency, thresholds, states, alerts, messages and human acts on one time axis. */
export interface LatencyHistory {
  readonly from: Instant
  readonly to: Instant
  readonly samples: readonly LatencySample[]
  readonly thresholds: readonly ThresholdStep[]
  readonly states: readonly StateChange[]
  readonly alerts: readonly ChartAlert[]
  readonly notifications: readonly ChartNotification[]
  readonly acts: readonly ChartAct[]
}

interface SampleRow extends Record<string, unknown> {
  readonly at: Instant
  readonly seconds: number
}

const inRange = (id: ProjectId, { from, to }: HistoryRange) => sql`
  project_id = ${id} and observed_at >= ${from}::timestamptz and observed_at <= ${to}::timestamptz
  and received_at >= ${from}::timestamptz`

async function readSamples(
  db: Reader,
  id: ProjectId,
  range: HistoryRange,
  width: Millis,
): Promise<LatencySample[]> {
  const rows = await db.execute<SampleRow>(sql`
    select max(observed_at) as at, max(coalesce(latency_ms / 1000.0,
      greatest(0, extract(epoch from observed_at - position_at))))::float8 as seconds
    from signal
    where ${inRange(id, range)} and (latency_ms is not null or position_at is not null)
    group by floor(extract(epoch from observed_at - ${range.from}::timestamptz) * 1000 / ${width}::float8)
    order by at`)
  return rows.map(({ at, seconds }) => ({ at, seconds }))
}

async function readStates(db: Reader, id: ProjectId, range: HistoryRange): Promise<StateChange[]> {
  const rows = await db.execute<StateChange & Record<string, unknown>>(sql`
    select observed_at as at, state from (
      select observed_at, state, lag(state) over (order by observed_at) as before
      from signal where ${inRange(id, range)} and state is not null and not late
    ) as stated
    where before is distinct from state order by observed_at limit 1000`)
  return rows.map(({ at, state }) => ({ at, state }))
}

async function readUsualInterval(db: Reader, id: ProjectId): Promise<Millis | null> {
  const [row] = await db
    .select({ usual: projectState.usualIntervalMs })
    .from(projectState)
    .where(eq(projectState.projectId, id))
  return row?.usual ?? null
}

/**
 * What the chart of a project shows for a range.
 * @throws AppError `not_found`, also for what the viewer may not see
 */
export async function readLatencyHistory(
  db: Database,
  viewer: Actor,
  id: ProjectId,
  range: HistoryRange,
): Promise<LatencyHistory> {
  const width = millis(Math.max(1, Math.ceil((range.to - range.from) / Math.max(1, range.points))))
  return readTogether(db, async (tx) => {
    const project = await readProject(tx, viewer, id)
    const samples = await readSamples(tx, id, range, width)
    const usual = await readUsualInterval(tx, id)
    const calming = calmingOf(await readParametersInForce(tx))
    const silence = millis(Math.max(noSignalTime(calming, usual), 2 * width))
    const policies = await readPolicyEdits(tx, range.from, range.to)
    const changes = await readLevelChanges(tx, id, range.from)
    const now = { kind: project.kind, level: project.protectionLevel }
    return {
      from: range.from,
      to: range.to,
      samples: breakGaps(samples, silence),
      thresholds: thresholdSteps(range, now, policies, changes),
      states: await readStates(tx, id, range),
      ...(await readChartEvents(tx, id, range)),
    }
  })
}
