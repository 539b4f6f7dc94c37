import type { Instant, ProjectId } from '@highwater/core'
import { nothingObserved, type ProjectState } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import type { Past, PastRange } from './past.ts'

interface ChangeRow {
  readonly project_id: ProjectId
  readonly received_at: Instant
  readonly observed_at: Instant
  readonly state: ProjectState
  readonly step: string | null
  readonly incremental: boolean
  readonly interrupted_since: Instant | null
  readonly paused_since: Instant | null
  readonly resumed_at: Instant | null
}

const columns = [
  'project_id',
  'received_at',
  'observed_at',
  'state',
  'step',
  'incremental',
  'interrupted_since',
  'paused_since',
  'resumed_at',
]

/** Reads how each project stood at the beginning, and every change of its state since. */
export async function readChanges(
  tx: TransactionSql,
  ids: readonly ProjectId[],
  { from, rolledUntil }: PastRange,
  pasts: ReadonlyMap<ProjectId, Past>,
): Promise<void> {
  const before = await tx<ChangeRow[]>`
    select c.* from unnest(${ids as ProjectId[]}::uuid[]) as wanted (id)
    cross join lateral (
      select ${tx(columns)} from state_change
      where project_id = wanted.id and received_at < ${from}::timestamptz
      order by received_at desc, observed_at desc limit 1
    ) as c`
  for (const row of before) {
    const past = pasts.get(row.project_id)
    if (past === undefined) continue
    past.observation = {
      ...nothingObserved,
      state: row.state,
      step: row.step,
      incremental: row.incremental,
      interruptedSince: row.interrupted_since,
      pausedSince: row.paused_since,
      resumedAt: row.resumed_at,
    }
  }
  const since = await tx<ChangeRow[]>`
    select ${tx(columns)} from state_change
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
