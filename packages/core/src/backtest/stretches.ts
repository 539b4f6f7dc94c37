import type { Signal } from '../project/signal.ts'
import { type Instant, type Millis, millis, minus, minutes, plus } from '../time.ts'
import type { HistorySpan, Stretch } from './history.ts'

/** The latencies of one hour by the minute: sixty values each, null where nothing was received. */
export interface HourByMinute {
  readonly is: 'minutes'
  readonly hourAt: Instant
  readonly max: readonly (number | null)[]
  readonly last: readonly (number | null)[]
  readonly byPosition: boolean
}

const minute = minutes(1)
/** The last latency of a minute is held to be that of its last millisecond. */
const toItsEnd = millis(minute - 1)

const join = (first: Stretch, next: Stretch): Stretch => ({
  ...next,
  at: first.at,
  max: millis(Math.max(first.max, next.max)),
})

function* byTheMinute(pieces: Iterable<Stretch | HourByMinute>): Generator<Stretch> {
  for (const piece of pieces) {
    if (piece.is === 'stretch') {
      yield piece
      continue
    }
    const { hourAt, byPosition } = piece
    for (const [index, max] of piece.max.entries()) {
      const last = piece.last[index]
      if (max === null || last === null || last === undefined) continue
      const at = plus(hourAt, minutes(index))
      const until = plus(at, toItsEnd)
      yield { is: 'stretch', at, until, max: millis(max), last: millis(last), byPosition }
    }
  }
}

/** Neighbours in time that are both quiet become one, unless the project's state changed between them. */
function* joinQuiet(
  stretches: Iterable<Stretch>,
  changes: readonly Signal[],
  quiet: Millis,
): Generator<Stretch> {
  let held: Stretch | null = null
  let next = 0
  for (const stretch of stretches) {
    const before = next
    while ((changes[next]?.receivedAt ?? Number.POSITIVE_INFINITY) <= stretch.at) next += 1
    const isAlike: boolean =
      held !== null && held.max <= quiet && stretch.max <= quiet && before === next
    if (held !== null && !isAlike) yield held
    held = held !== null && isAlike ? join(held, stretch) : stretch
  }
  if (held !== null) yield held
}

/**
 * What is kept of a project's history, in the order of time: hours by the minute, stretches, and
 * between them the changes of state. A change within a stretch divides it: the worst is held to have
 * been before, the last after.
 * @param quiet latencies up to this need not be told apart
 */
export function* spansOf(
  pieces: Iterable<Stretch | HourByMinute>,
  changes: readonly Signal[],
  quiet: Millis,
): Generator<HistorySpan> {
  let next = 0
  for (const whole of joinQuiet(byTheMinute(pieces), changes, quiet)) {
    let stretch = whole
    for (; next < changes.length; next += 1) {
      const signal = changes[next]
      if (signal === undefined || signal.receivedAt > stretch.until) break
      const at = signal.receivedAt
      if (at > stretch.at) {
        yield { ...stretch, until: minus(at, millis(1)), last: stretch.max, byPosition: false }
        stretch = { ...stretch, at, max: stretch.last }
      }
      yield { is: 'signal', signal }
    }
    yield stretch
  }
  for (const signal of changes.slice(next)) yield { is: 'signal', signal }
}
