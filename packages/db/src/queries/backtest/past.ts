import { type Instant, type Millis, millis, type ProjectId } from '@highwater/core'
import type { HistorySpan, HourByMinute, Stretch } from '@highwater/core/backtest'
import { nothingObserved, type Observation, type Signal } from '@highwater/core/project'

/** What is kept of one project's history, as it is read. */
export interface Past {
  /** How it stood where the range begins. */
  observation: Observation
  readonly pieces: (Stretch | HourByMinute)[]
  /** Changes of its state, as signals that say nothing of the latency. */
  readonly changes: Signal[]
  /** What came after the last closed hour: figures, or where they do not suffice the signals themselves. */
  readonly recent: HistorySpan[]
}

export interface WantedProject {
  readonly id: ProjectId
  /** A latency up to this is as good as none; see `quietLimit`. */
  readonly quiet: Millis
}

export interface PastRange {
  readonly from: Instant
  /** Up to there the history by minute and hour reaches; the signals themselves follow. */
  readonly rolledUntil: Instant
  readonly now: Instant
}

export const emptyPast = (): Past => ({
  observation: nothingObserved,
  pieces: [],
  changes: [],
  recent: [],
})

export const millisOf = (text: string | number): Millis => millis(Number(text))

/** `1,,3` becomes 1, null, 3. The driver reads no null inside an array of numbers. */
export const figuresOf = (text: string): (number | null)[] =>
  text.split(',').map((figure) => (figure === '' ? null : Number(figure)))
