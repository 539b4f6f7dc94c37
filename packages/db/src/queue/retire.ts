import type { Database } from '../client/connect.ts'

export interface Retention {
  readonly rawSignalDays: number
  readonly daysAhead: number
}

/** S4: raw signals are kept for seven days. Partitions stand ready two days ahead. */
export const defaultRetention: Retention = { rawSignalDays: 7, daysAhead: 2 }

/** Makes the partitions of the days to come and drops those past keeping. Answers how many it dropped. */
export async function retireSignals(
  db: Database,
  retention: Retention = defaultRetention,
): Promise<number> {
  const [row] = await db.sql<{ dropped: number }[]>`
    select prepare_signal_partitions(${retention.daysAhead}) as prepared,
      drop_signal_partitions(${retention.rawSignalDays}) as dropped`
  return row?.dropped ?? 0
}
