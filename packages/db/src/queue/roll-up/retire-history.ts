import type { Database } from '../../client/connect.ts'
import { readParameters } from '../read-parameters.ts'

/** Drops what of the history by minute and hour is past keeping. Answers how many partitions went. */
export async function retireHistory(db: Database): Promise<number> {
  const { minuteHistoryDays, hourHistoryDays } = await readParameters(db.sql)
  const [row] = await db.sql<{ dropped: number }[]>`
    select drop_history_partitions(${minuteHistoryDays}, ${hourHistoryDays}) as dropped`
  // The newest change of a project is its state until the next one, however old it is.
  await db.sql`
    delete from state_change c
    where received_at < now() - make_interval(days => ${hourHistoryDays}) and exists (
      select from state_change later
      where later.project_id = c.project_id and later.received_at > c.received_at
        and later.received_at < now() - make_interval(days => ${hourHistoryDays}))`
  return row?.dropped ?? 0
}
