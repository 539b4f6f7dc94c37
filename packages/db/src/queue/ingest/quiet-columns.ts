import type { Instant } from '@highwater/core'
import { textArray } from '../../client/array-literals.ts'
import { type BinaryArray, numberArray, uuidArray } from '../../client/binary-arrays.ts'
import { gaugeOf, positionOf } from './latency-columns.ts'
import type { QuietRow } from './quiet-row.ts'

/**
 * Quiet rows as arrays of PostgreSQL, in the order in which their projects are locked: all that has to
 * be kept of them while they are written.
 */
export interface QuietColumns {
  readonly count: number
  readonly now: Instant
  readonly projects: BinaryArray
  readonly versions: BinaryArray
  readonly gauges: BinaryArray
  readonly positions: BinaryArray
  /** How long before now each was observed. */
  readonly ages: BinaryArray
  readonly intervals: BinaryArray
  readonly looks: BinaryArray
  readonly words: QuietWords | null
}

/** Nearly never has a row of a batch any of these; carrying them costs a seventh of the statement. */
export interface QuietWords {
  readonly signalIds: string
  readonly states: string
  readonly steps: string
  readonly messages: string
}

/** Rows are locked in one order by all batches that update them. */
const inOrder = (rows: readonly QuietRow[]): readonly QuietRow[] =>
  rows.toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1))

const hasWords = ({ signalId, state, step, message }: QuietRow): boolean =>
  signalId !== null || state !== null || step !== null || message !== null

export function columnsOf(unordered: readonly QuietRow[], now: Instant): QuietColumns {
  const rows = inOrder(unordered)
  const numbers = (
    type: 'int' | 'bigint' | 'float8',
    read: (row: QuietRow) => number | null,
  ): BinaryArray => numberArray(type, rows.map(read))
  const texts = (read: (row: QuietRow) => string | null) => textArray(rows.map(read))
  return {
    count: rows.length,
    now,
    projects: uuidArray(rows.map((row) => row.projectId)),
    versions: numbers('int', (row) => row.version),
    gauges: numbers('bigint', (row) => gaugeOf(row.latency)),
    positions: numbers('float8', (row) => positionOf(row.latency)),
    ages: numbers('bigint', (row) => now - row.observedAt),
    intervals: numbers('bigint', (row) => row.usualInterval),
    looks: numbers('float8', (row) => row.putOffTo),
    words: rows.some(hasWords)
      ? {
          signalIds: texts((row) => row.signalId),
          states: texts((row) => row.state),
          steps: texts((row) => row.step),
          messages: texts((row) => row.message),
        }
      : null,
  }
}
