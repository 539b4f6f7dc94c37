import type { TransactionSql } from '../../client/connect.ts'
import { type DueProject, factColumns, factTables } from '../evaluate/due-projects.ts'
import type { GapSearch } from './take-search.ts'

/**
 * The next projects, in the order of their ids, that sent something while nobody looked. Whatever was
 * silent all the time is as it was before, and evaluation judges it as it stands.
 */
export const readSearchedProjects = (
  tx: TransactionSql,
  { from, to, after }: GapSearch,
  limit: number,
): Promise<DueProject[]> => tx<DueProject[]>`
  with heard as materialized (
    select p.id from project p
    where p.deleted_at is null and p.level <> 'none'
      and ${after === null ? tx`true` : tx`p.id > ${after}`}
      -- The index by project is by observation, which is seldom a day older than its receipt.
      and exists (
        select from signal s
        where s.project_id = p.id and not s.late
          and s.observed_at >= ${from}::timestamptz - interval '1 day'
          and s.received_at >= ${from}::timestamptz and s.received_at < ${to}::timestamptz)
    order by p.id limit ${limit}
  )
  select ${factColumns(tx)}
  from heard
  join project_state s on s.project_id = heard.id
  ${factTables(tx)}
  order by p.id`
