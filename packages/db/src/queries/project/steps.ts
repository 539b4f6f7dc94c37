import type { Instant, ProjectId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { StepState } from '@highwater/core/project'
import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { projectState, projectStep } from '../../schema/index.ts'
import { type Reader, readTogether } from '../reader.ts'
import { readProject } from './get.ts'

/** A step that a project was seen in. */
export interface StepSeen {
  readonly name: string
  readonly state: StepState
  readonly firstSeenAt: Instant
  /** Since when it has been in this state. */
  readonly since: Instant
  /** When its state was last told. */
  readonly updatedAt: Instant
  /** The one that the newest signals are about. */
  readonly isCurrent: boolean
}

/** The steps of a project in the order in which they appeared. */
export function readSteps(db: Reader, id: ProjectId): Promise<StepSeen[]> {
  const isCurrent = sql<boolean>`(${projectStep.name} = ${projectState.step}) is true`
  return db
    .select({
      name: projectStep.name,
      state: projectStep.state,
      firstSeenAt: projectStep.firstSeenAt,
      since: projectStep.since,
      // Written when it turns only; the present one is told by each signal.
      updatedAt: sql<Instant>`case when ${isCurrent}
        then greatest(${projectStep.updatedAt}, ${projectState.lastSignalAt})
        else ${projectStep.updatedAt} end`,
      isCurrent,
    })
    .from(projectStep)
    .innerJoin(projectState, eq(projectState.projectId, projectStep.projectId))
    .where(eq(projectStep.projectId, id))
    .orderBy(asc(projectStep.firstSeenAt), asc(projectStep.name))
}

/** @throws AppError `not_found`, also for what the viewer may not see */
export const listSteps = (db: Database, viewer: Actor, id: string): Promise<StepSeen[]> =>
  readTogether(db, async (tx) => readSteps(tx, (await readProject(tx, viewer, id as ProjectId)).id))
