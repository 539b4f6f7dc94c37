import { type Instant, type Millis, millis, type ProjectId } from '@highwater/core'
import { calmingOf, noSignalTime } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import { eq } from 'drizzle-orm'
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
import { type ChartResolution, resolutionFrom, spacingOf } from './history-resolution.ts'
import { readHistoryEdges, readSamples, readStates, type StateChange } from './history-samples.ts'
import type { LatencySample } from './sparklines.ts'
import { type ThresholdStep, thresholdSteps } from './threshold-steps.ts'

export interface HistoryRange {
  readonly from: Instant
  readonly to: Instant
  /** At most so many samples; each is the worst of its stretch. */
  readonly points: number
}

/** One project's latency, thresholds, states, alerts, messages and human acts on one time axis. */
export interface LatencyHistory {
  readonly from: Instant
  readonly to: Instant
  readonly resolution: ChartResolution
  readonly samples: readonly LatencySample[]
  readonly thresholds: readonly ThresholdStep[]
  readonly states: readonly StateChange[]
  readonly alerts: readonly ChartAlert[]
  readonly notifications: readonly ChartNotification[]
  readonly acts: readonly ChartAct[]
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
    const parameters = await readParametersInForce(tx)
    const { now, rolledUntil } = await readHistoryEdges(tx)
    const resolution = resolutionFrom(range.from, now, parameters)
    const sampled = { from: range.from, to: range.to, resolution, rolledUntil }
    const samples = await readSamples(tx, id, sampled, width)
    const usual = await readUsualInterval(tx, id)
    const silence = millis(
      Math.max(noSignalTime(calmingOf(parameters), usual), 2 * width, 2 * spacingOf[resolution]),
    )
    const policies = await readPolicyEdits(tx, range.from, range.to)
    const changes = await readLevelChanges(tx, id, range.from)
    const standing = { kind: project.kind, level: project.protectionLevel }
    return {
      from: range.from,
      to: range.to,
      resolution,
      samples: breakGaps(samples, silence),
      thresholds: thresholdSteps(range, standing, policies, changes),
      states: await readStates(tx, id, sampled),
      ...(await readChartEvents(tx, id, range)),
    }
  })
}
