import type { Instant, ProjectId } from '@highwater/core'
import type { ProjectState } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import { readObservationsBefore } from '../../queue/roll-up/observations-before.ts'
import type { Past, PastRange } from './past.ts'

interface ChangeRow {
  readonly project_id: ProjectId
  readonly received_at: Instant
  readonly observed_at: Instant
  readonly state: ProjectState
  readonly step: string | null
  readonly incremental: boolean
}

/** Reads how each project stood at the beginning, and every change of its state since. */
export async function readChanges(
  tx: TransactionSql,
  ids: readonly ProjectId[],
  { from, rolledUntil }: PastRange,
  pasts: ReadonlyMap<ProjectId, Past>,
): Promise<void> {
  for (const [id, observation] of await readObservationsBefore(tx, ids, from)) {
    const past = pasts.get(id)
    if (past !== undefined) past.observation = observation
  }
  const since = await tx<ChangeRow[]>`
    select project_id, received_at, observed_at, state, step, incremental from state_change
    where project_id = any(${ids as ProjectId[]}::uuid[])
      and received_at >= ${from}::timestamptz and received_at < ${rolledUntil}::timestamptz
    order by project_id, received_at, observed_at`
  for (const { project_id, received_at, observed_at, state, step, incremental } of since) {
    pasts.get(project_id)?.changes.push({
      observedAt: observed_at,
      receivedAt: received_at,
      ahead: null,
      latency: null,
      state,
      step: { name: step, incremental },
      message: null,
    })
  }
}
