import type { Database } from '../client/connect.ts'
import { readParameters } from './read-parameters.ts'

/** Partitions stand ready this many days ahead. */
const daysAhead = 2

/** Makes the partitions of the days to come and drops those past keeping. Answers how many it dropped. */
export async function retireSignals(db: Database): Promise<number> {
  const { rawSignalDays } = await readParameters(db.sql)
  const [row] = await db.sql<{ dropped: number }[]>`
    select prepare_signal_partitions(${daysAhead}) as prepared,
      drop_signal_partitions(${rawSignalDays}) as dropped`
  return row?.dropped ?? 0
}
