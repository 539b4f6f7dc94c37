import { textArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { Folding } from './fold.ts'

/** A sender that invents a step for each signal must not fill the database through this door. */
const mostSteps = 64

/** Keeps what the foldings changed about the steps of their projects: of each step the last word. */
export async function writeSteps(tx: TransactionSql, foldings: readonly Folding[]): Promise<void> {
  const turns = foldings.flatMap(({ project, turns }) =>
    [...new Map(turns.map((turn) => [turn.name, turn])).values()].map((turn) => ({
      project: project.id,
      ...turn,
    })),
  )
  if (turns.length === 0) return
  await tx`
    insert into project_step as known (project_id, name, state, first_seen_at, since, updated_at)
    select t.project_id, t.name, t.state, t.at, t.at, t.at
    from unnest(
      ${textArray(turns.map((turn) => turn.project))}::uuid[],
      ${textArray(turns.map((turn) => turn.name))}::text[],
      ${textArray(turns.map((turn) => turn.state))}::text[],
      ${turns.map((turn) => turn.at)}::timestamptz[]
    ) as t (project_id, name, state, at)
    where (select count(*) from project_step k where k.project_id = t.project_id and k.name <> t.name)
      < ${mostSteps}
    on conflict (project_id, name) do update set state = excluded.state,
      since = case when known.state = excluded.state then known.since else excluded.since end,
      updated_at = excluded.updated_at`
}
