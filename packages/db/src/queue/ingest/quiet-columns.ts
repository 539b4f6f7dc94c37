import type { Instant } from '@highwater/core'
import { plainArray, textArray } from '../../client/array-literals.ts'
import { gaugeOf, positionOf } from './latency-columns.ts'
import type { QuietRow } from './quiet-row.ts'

/**
 * Quiet rows as arrays of PostgreSQL, in the order in which their projects are locked: all that has to
 * be kept of them while they are written.
 */
export interface QuietColumns {
  readonly count: number
  readonly now: Instant
  readonly projects: string
  readonly versions: string
  readonly gauges: string
  readonly positions: string
  /** How long before now each was observed. */
  readonly ages: string
  readonly intervals: string
  readonly looks: string
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
  const numbers = (read: (row: QuietRow) => number | null) => plainArray(rows.map(read))
  const texts = (read: (row: QuietRow) => string | null) => textArray(rows.map(read))
  return {
    count: rows.length,
    now,
    projects: plainArray(rows.map((row) => row.projectId)),
    versions: numbers((row) => row.version),
    gauges: numbers((row) => gaugeOf(row.latency)),
    positions: numbers((row) => positionOf(row.latency)),
    ages: numbers((row) => now - row.observedAt),
    intervals: numbers((row) => row.usualInterval),
    looks: numbers((row) => row.putOffTo),
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
