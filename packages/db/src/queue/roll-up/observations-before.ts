import type { Instant, ProjectId } from '@highwater/core'
import { nothingObserved, type Observation, type ProjectState } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'

interface StateBefore {
  readonly project_id: ProjectId
  readonly state: ProjectState
  readonly step: string | null
  readonly incremental: boolean
  readonly interrupted_since: Instant | null
  readonly paused_since: Instant | null
  readonly resumed_at: Instant | null
}

/** How these projects stood at a time, by the changes of state that have been rolled up until then. */
export async function readObservationsBefore(
  tx: TransactionSql,
  ids: readonly ProjectId[],
  at: Instant,
): Promise<ReadonlyMap<ProjectId, Observation>> {
  const rows = await tx<StateBefore[]>`
    select c.* from unnest(${ids as ProjectId[]}::uuid[]) as wanted (id)
    cross join lateral (
      select project_id, state, step, incremental, interrupted_since, paused_since, resumed_at
      from state_change
      where project_id = wanted.id and received_at < ${at}::timestamptz
      order by received_at desc, observed_at desc limit 1
    ) as c`
  return new Map(
    rows.map((row) => [
      row.project_id,
      {
        ...nothingObserved,
        state: row.state,
        step: row.step,
        incremental: row.incremental,
        interruptedSince: row.interrupted_since,
        pausedSince: row.paused_since,
        resumedAt: row.resumed_at,
      },
    ]),
  )
}
