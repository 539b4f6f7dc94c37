import type { TransactionSql } from '../../client/connect.ts'
import type { IngestOptions, RejectedSignal } from './batch.ts'
import type { ProjectMemory } from './project-memory.ts'
import type { Advance } from './quiet-row.ts'
import type { HistoryRow } from './write-history.ts'
import type { Scheduled } from './write-states.ts'

/** What has become of a batch so far. */
export interface Tally {
  /** What still has to go into the history. */
  readonly history: HistoryRow[]
  readonly rejected: RejectedSignal[]
  accepted: number
  duplicates: number
  late: number
  /** A project must be evaluated at once. */
  due: boolean
  /** What to do, and what to remember, once all of it is committed. */
  readonly afterwards: (() => void)[]
  readonly learnt: Map<string, Scheduled>
}

/** One batch on its way in, inside its transaction. */
export interface Taking {
  readonly tx: TransactionSql
  readonly options: IngestOptions
  readonly memory: ProjectMemory
  readonly tally: Tally
}

export const startTaking = (
  tx: TransactionSql,
  options: IngestOptions,
  memory: ProjectMemory,
): Taking => ({
  tx,
  options,
  memory,
  tally: {
    history: [],
    rejected: [],
    accepted: 0,
    duplicates: 0,
    late: 0,
    due: false,
    afterwards: [],
    learnt: new Map(),
  },
})

/** Counts a quiet row that has been written. */
export function countQuiet(
  tally: Tally,
  { dueAt, receivedAt }: Pick<Advance, 'dueAt' | 'receivedAt'>,
): void {
  tally.accepted += 1
  tally.due ||= dueAt !== null && dueAt <= receivedAt
}
