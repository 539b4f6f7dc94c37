import type { Instant, Millis } from '@highwater/core'
import type { Latency } from '@highwater/core/project'
import type { Advance } from './quiet-row.ts'

/** A quiet row that waits for the database: which signal of the batch it was, and where its project is remembered. */
export interface WaitingRow extends Advance {
  readonly index: number
  readonly place: number
}

const width = 8

const latencyFrom = (isPosition: boolean, value: number): Latency =>
  isPosition
    ? { type: 'position', appliedUpTo: value as Instant }
    : { type: 'gauge', behind: value as Millis }

/**
 * Quiet rows as plain numbers. Whatever of a batch is an object while it waits for the database outlives
 * the next collection, and the one after that takes it for long-lived.
 */
export class WaitingRows {
  readonly #receivedAt: Instant
  readonly #numbers: Float64Array
  #count = 0

  constructor(most: number, receivedAt: Instant) {
    this.#numbers = new Float64Array(most * width)
    this.#receivedAt = receivedAt
  }

  add(index: number, place: number, { latency, ...row }: Advance): void {
    const isPosition = latency.type === 'position'
    const value = isPosition ? latency.appliedUpTo : latency.behind
    const numbers = this.#numbers
    const start = this.#count * width
    numbers[start] = index
    numbers[start + 1] = place
    numbers[start + 2] = row.version
    numbers[start + 3] = row.observedAt
    numbers[start + 4] = row.usualInterval ?? Number.NaN
    numbers[start + 5] = row.dueAt ?? Number.NaN
    numbers[start + 6] = isPosition ? 1 : 0
    numbers[start + 7] = value
    this.#count += 1
  }

  each(visit: (row: WaitingRow) => void): void {
    for (let start = 0; start < this.#count * width; start += width) visit(this.#read(start))
  }

  #read(start: number): WaitingRow {
    const number = (at: number): number => this.#numbers[start + at] ?? Number.NaN
    const orNull = <Unit extends number>(at: number): Unit | null =>
      Number.isNaN(number(at)) ? null : (number(at) as Unit)
    return {
      index: number(0),
      place: number(1),
      version: number(2),
      observedAt: number(3) as Instant,
      receivedAt: this.#receivedAt,
      usualInterval: orNull<Millis>(4),
      dueAt: orNull<Instant>(5),
      latency: latencyFrom(number(6) === 1, number(7)),
    }
  }
}
