import { latencyAt } from '../project/observation.ts'
import type { Signal } from '../project/signal.ts'
import { type Instant, instant } from '../time.ts'
import type { HourByMinute } from './stretches.ts'

const hourMs = 3_600_000

interface Hour {
  readonly max: (number | null)[]
  readonly last: (number | null)[]
  byPosition: boolean
}

/** What the database keeps of signals: the worst and the last latency of each minute of receipt. */
export function rollUp(signals: readonly Signal[]): HourByMinute[] {
  const hours = new Map<Instant, Hour>()
  let applied: Instant | null = null
  for (const { receivedAt, latency } of signals) {
    if (latency === null) continue
    const hourAt = instant(Math.floor(receivedAt / hourMs) * hourMs)
    const hour = hours.get(hourAt) ?? blank()
    hours.set(hourAt, hour)
    const minute = Math.floor((receivedAt - hourAt) / 60_000)
    const behind = latencyAt(latency, receivedAt)
    // A position is at its worst just before the next one comes.
    const grown: number = latency.type === 'position' && applied !== null ? receivedAt - applied : 0
    hour.max[minute] = Math.max(hour.max[minute] ?? 0, behind, grown)
    hour.last[minute] = behind
    hour.byPosition ||= latency.type === 'position'
    applied = latency.type === 'position' ? latency.appliedUpTo : null
  }
  return [...hours].map(([hourAt, hour]) => ({ is: 'minutes', hourAt, ...hour }))
}

const blank = (): Hour => ({
  max: Array<number | null>(60).fill(null),
  last: Array<number | null>(60).fill(null),
  byPosition: false,
})
