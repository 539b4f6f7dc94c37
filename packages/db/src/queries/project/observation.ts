import { type ProjectId, seconds } from '@highwater/core'
import type { ProjectFacts } from '@highwater/core/alert'
import { thresholdsFor } from '@highwater/core/policy'
import { asWatched, isWatched, type Observation, watchedAgainSince } from '@highwater/core/project'
import { eq, sql } from 'drizzle-orm'
import { isSourceOff, isSourceUnheard } from '../../queue/collect/unheard-source.ts'
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
  sourceDown: sql<boolean>`${sql.raw(isSourceUnheard('"project"."source_id"'))}`,
  sourceOff: sql<boolean>`${sql.raw(isSourceOff('"project"."source_id"'))}`,
  state: projectState.state,
  incremental: projectState.incremental,
  step: projectState.step,
  latencyMs: projectState.latencyMs,
  positionAt: projectState.positionAt,
  latencyObservedAt: projectState.latencyObservedAt,
  latencyHeardAt: projectState.latencyHeardAt,
  latencyGap: projectState.latencyGapMs,
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
  pausedAt: project.watchPausedAt,
  pausedUntil: project.watchPausedUntil,
  watchedAgainAt: project.watchResumedAt,
}

/**
 * The facts by which a project is judged, as the worker sees them, without the memory of alerts: what
 * is found of a condition does not depend on it. Beside them what its signals say, watched or not.
 */
export async function readFacts(
  db: Reader,
  id: ProjectId,
  { settings, calming, now }: Pick<CurrentPolicy, 'settings' | 'calming' | 'now'>,
): Promise<{ readonly facts: ProjectFacts; readonly observation: Observation }> {
  const rows = await db
    .select(factColumns)
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .where(eq(project.id, id))
  const row = foundOne(rows, 'project')
  const {
    kind,
    level,
    expectedIntervalSeconds,
    alertBeforeCatchUp,
    sourceDown,
    sourceOff,
    ...observed
  } = row
  const { latencyMs, positionAt, pausedAt, pausedUntil, watchedAgainAt, ...rest } = observed
  const decision = { pausedAt, pausedUntil, resumedAt: watchedAgainAt }
  const observation: Observation = { ...rest, latency: latencyOf(latencyMs, positionAt) }
  const facts: ProjectFacts = {
    level,
    thresholds: thresholdsFor(settings, level, kind),
    calming,
    observation: asWatched(observation, decision, now),
    expectedInterval: expectedIntervalSeconds === null ? null : seconds(expectedIntervalSeconds),
    alertBeforeCatchUp,
    sourceDown,
    sourceOff,
    open: [],
    ended: [],
    isWatched: isWatched(decision, now),
    listeningSince: watchedAgainSince(decision, now),
    dismissed: [],
  }
  return { facts, observation }
}
