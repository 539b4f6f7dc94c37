import type { Instant, Millis } from '@highwater/core'
import type { Latency } from '@highwater/core/project'
import type { Advance, JudgedFigure } from './quiet-row.ts'

/** A judged figure that waits for the database: which signal of the batch it was, and where its project is remembered. */
export interface WaitingRow extends Advance {
  readonly index: number
  readonly place: number
}

/** Which of a row's numbers is which. */
export const waitingAt = {
  index: 0,
  place: 1,
  version: 2,
  observedAt: 3,
  usualInterval: 4,
  dueAt: 5,
  putOffTo: 6,
  /** One of these two is NaN. */
  gauge: 7,
  position: 8,
} as const
const width = 9

export type WaitingColumn = (typeof waitingAt)[keyof typeof waitingAt]

const orNull = <Unit extends number>(value: number | undefined): Unit | null =>
  value === undefined || Number.isNaN(value) ? null : (value as Unit)

const latencyFrom = (gauge: number, position: number): Latency =>
  Number.isNaN(gauge)
    ? { type: 'position', appliedUpTo: position as Instant }
    : { type: 'gauge', behind: gauge as Millis }

/**
 * Judged figures as plain numbers. Whatever of a batch is an object while it waits for the database outlives
 * the next collection, and the one after that takes it for long-lived.
 */
export class WaitingRows {
  readonly receivedAt: Instant
  readonly #numbers: Float64Array
  #count = 0

  constructor(most: number, receivedAt: Instant) {
    this.#numbers = new Float64Array(most * width)
    this.receivedAt = receivedAt
  }

  get count(): number {
    return this.#count
  }

  add(index: number, place: number, judged: JudgedFigure): void {
    const { latency } = judged
    const numbers = this.#numbers
    const start = this.#count * width
    numbers[start + waitingAt.index] = index
    numbers[start + waitingAt.place] = place
    numbers[start + waitingAt.version] = judged.version
    numbers[start + waitingAt.observedAt] = judged.observedAt
    numbers[start + waitingAt.usualInterval] = judged.usualInterval ?? Number.NaN
    numbers[start + waitingAt.dueAt] = judged.dueAt ?? Number.NaN
    numbers[start + waitingAt.putOffTo] = judged.putOffTo ?? Number.NaN
    numbers[start + waitingAt.gauge] = latency.type === 'gauge' ? latency.behind : Number.NaN
    numbers[start + waitingAt.position] =
      latency.type === 'position' ? latency.appliedUpTo : Number.NaN
    this.#count += 1
  }

  /** NaN stands for null. */
  number(row: number, column: WaitingColumn): number {
    return this.#numbers[row * width + column] ?? Number.NaN
  }

  dueAt(row: number): Instant | null {
    return orNull(this.number(row, waitingAt.dueAt))
  }

  each(visit: (row: WaitingRow) => void): void {
    for (let row = 0; row < this.#count; row += 1) visit(this.#read(row))
  }

  #read(row: number): WaitingRow {
    return {
      index: this.number(row, waitingAt.index),
      place: this.number(row, waitingAt.place),
      version: this.number(row, waitingAt.version),
      observedAt: this.number(row, waitingAt.observedAt) as Instant,
      receivedAt: this.receivedAt,
      usualInterval: orNull<Millis>(this.number(row, waitingAt.usualInterval)),
      dueAt: this.dueAt(row),
      latency: latencyFrom(this.number(row, waitingAt.gauge), this.number(row, waitingAt.position)),
    }
  }
}
