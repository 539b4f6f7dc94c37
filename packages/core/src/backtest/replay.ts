import type { Calming } from '../alert/calming.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { Thresholds } from '../policy/thresholds.ts'
import type { Observation } from '../project/observation.ts'
import { hours, type Instant, type Millis, millis, minus } from '../time.ts'
import type { HistorySpan, ReplayedAlert, Stretch } from './history.ts'
import { Playback } from './playback.ts'

/** How a project stood where its history begins, and the rules it is held against. */
export interface ReplayStart {
  readonly level: ProtectionLevel
  /** Null under "No Protection", which raises nothing. */
  readonly thresholds: Thresholds | null
  readonly calming: Calming
  readonly observation: Observation
  /** Declared, or as measured today: what is kept of the past does not tell how it was then. */
  readonly interval: Millis | null
  /** Since when its signals can be heard; left out, its silence is judged from the beginning. */
  readonly listeningSince?: Instant | null
  readonly alertBeforeCatchUp: boolean
  /** When it caught up, as far as that is known: limits that were never in force tell nothing of it. */
  readonly caughtUpAt: Instant | null
  /** The latency up to which it counts as caught up. */
  readonly catchUpLatency: Millis
}

/** A latency at or under this can only calm: it opens nothing, and what is open recovers. */
export const quietLimit = (thresholds: Thresholds, calming: Calming): Millis =>
  millis(thresholds.latency * Math.min(1, calming.clearRatio))

/** Repeats neither open nor close an alert, so a replay has none. */
export const withoutRepeats = (thresholds: Thresholds): Thresholds => ({
  ...thresholds,
  frequency: hours(24 * 3_650),
})

function play(playback: Playback, stretch: Stretch, limit: number): void {
  const { at, until, max, last, byPosition } = stretch
  playback.passUntil(at)
  playback.catchUpBy(until)
  if (max <= limit) playback.keepQuiet(at, until, max)
  else {
    playback.hear(at, { type: 'gauge', behind: max })
    playback.passUntil(until)
  }
  const appliedUpTo = minus(until, last)
  playback.hear(
    until,
    byPosition ? { type: 'position', appliedUpTo } : { type: 'gauge', behind: last },
  )
}

/**
 * The alerts that a project's history would have raised, by the very rules that judge it today. Quiet
 * stretches in which nothing can happen are stepped over; `pace` turns that off, to prove it.
 */
export function replay(
  start: ReplayStart,
  spans: Iterable<HistorySpan>,
  end: Instant,
  pace: 'over what is quiet' | 'every step' = 'over what is quiet',
): ReplayedAlert[] {
  if (start.thresholds === null) return []
  const limit = pace === 'every step' ? -1 : quietLimit(start.thresholds, start.calming)
  const playback = new Playback({ ...start, thresholds: withoutRepeats(start.thresholds) })
  for (const span of spans) {
    if (span.is === 'stretch') play(playback, span, limit)
    else playback.hearOut(span.signal)
  }
  playback.passUntil(end)
  return playback.alerts()
}
