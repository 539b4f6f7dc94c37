import { type ProjectId, seconds } from '@highwater/core'
import type { ProjectFacts } from '@highwater/core/alert'
import { thresholdsFor } from '@highwater/core/policy'
import type { Observation } from '@highwater/core/project'
import { eq, sql } from 'drizzle-orm'
import { project, projectState } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'
import type { CurrentPolicy } from '../policy/current.ts'
import type { Reader } from '../reader.ts'
import { latencyOf } from './latency.ts'

const factColumns = {
  kind: project.kind,
  level: project.level,
  expectedIntervalSeconds: project.expectedIntervalSeconds,
  alertBeforeCatchUp: project.alertBeforeCatchUp,
  sourceDown: sql<boolean>`(${project.sourceId} is not null and exists (
    select from alert down where down.source_id = ${project.sourceId} and down.event = 'source_down'
      and down.closed_at is null))`,
  state: projectState.state,
  incremental: projectState.incremental,
  step: projectState.step,
  latencyMs: projectState.latencyMs,
  positionAt: projectState.positionAt,
  latencyObservedAt: projectState.latencyObservedAt,
  caughtUpAt: projectState.caughtUpAt,
  interruptedSince: projectState.interruptedSince,
  pausedSince: projectState.pausedSince,
  resumedAt: projectState.resumedAt,
  lastSignalAt: projectState.lastSignalAt,
  usualInterval: projectState.usualIntervalMs,
  message: projectState.message,
  advancingSince: projectState.advancingSince,
  advancedAt: projectState.advancedAt,
  clockAhead: projectState.clockAheadMs,
  clockMarks: projectState.clockMarks,
}

/**
 * The facts by which a project is judged, as the worker sees them, without the memory of alerts: what
 * is found of a condition does not depend on it.
 */
export async function readFacts(
  db: Reader,
  id: ProjectId,
  { settings, calming }: Pick<CurrentPolicy, 'settings' | 'calming'>,
): Promise<ProjectFacts> {
  const rows = await db
    .select(factColumns)
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .where(eq(project.id, id))
  const row = foundOne(rows, 'project')
  const { kind, level, expectedIntervalSeconds, alertBeforeCatchUp, sourceDown, ...observed } = row
  const { latencyMs, positionAt, ...rest } = observed
  const observation: Observation = { ...rest, latency: latencyOf(latencyMs, positionAt) }
  return {
    level,
    thresholds: thresholdsFor(settings, level, kind),
    calming,
    observation,
    expectedInterval: expectedIntervalSeconds === null ? null : seconds(expectedIntervalSeconds),
    alertBeforeCatchUp,
    sourceDown,
    open: [],
    ended: [],
    listeningSince: null,
    dismissed: [],
  }
}
