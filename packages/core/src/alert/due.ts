import { earliest, type Instant, millis, plus } from '../time.ts'
import type { ProjectFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { doubledPeak, steadyAt } from './flapping.ts'
import { justAfter } from './just-after.ts'
import type { OpenAlert } from './state.ts'

/** A gauge says the same until the next signal; every other measure grows with time. */
const growsByItself = ({ condition }: OpenAlert, { observation }: ProjectFacts): boolean =>
  condition !== 'latency' || observation.latency?.type === 'position'

/** When a flapping alert that goes on firing would have doubled its peak, if nothing else happens. */
function worseAt(
  alert: OpenAlert,
  finding: Finding,
  facts: ProjectFacts,
  now: Instant,
): Instant | null {
  if (alert.flappingSince === null || finding.is !== 'breach') return null
  if (!growsByItself(alert, facts)) return null
  return justAfter(plus(now, millis(doubledPeak(alert) - finding.measure.observed)))
}

/** When a flapping alert may be called steady: at once, where a raised level went before it. */
function steadyDueAt(
  alert: OpenAlert,
  finding: Finding,
  { calming }: ProjectFacts,
  now: Instant,
): Instant | null {
  const steady = steadyAt(alert, calming)
  return finding.is === 'breach' && steady !== null && steady <= now ? justAfter(now) : steady
}

/** When time alone would next move a condition, given its alert after the transitions; null for never. */
export function conditionDueAt(
  alert: OpenAlert | null,
  finding: Finding,
  facts: ProjectFacts,
  now: Instant,
): Instant | null {
  const recheckAt = finding.is === 'inapplicable' ? null : finding.recheckAt
  if (alert === null) return recheckAt !== null && recheckAt > now ? recheckAt : null
  const ofAlert = (): (Instant | null)[] => {
    switch (alert.state) {
      case 'pending':
        return [alert.firesAt]
      case 'recovering':
        return [alert.resolvesAt]
      case 'firing':
        return [
          alert.nextNotifyAt,
          alert.acknowledgedUntil,
          alert.snoozedUntil,
          steadyDueAt(alert, finding, facts, now),
          worseAt(alert, finding, facts, now),
        ]
    }
  }
  // A deadline that has passed and moved nothing waits for a signal, not for the clock.
  return earliest(
    ...[recheckAt, ...ofAlert()].map((due) => (due !== null && due > now ? due : null)),
  )
}
