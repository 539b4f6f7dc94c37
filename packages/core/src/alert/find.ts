import type { Instant } from '../time.ts'
import { findClockSkew } from './conditions/clock-skew.ts'
import { findInterruption } from './conditions/interruption.ts'
import { findLatency } from './conditions/latency.ts'
import { findNoSignal } from './conditions/no-signal.ts'
import { findPausedTooLong } from './conditions/paused-too-long.ts'
import { findStatusInconsistent } from './conditions/status-inconsistent.ts'
import type { Condition } from './event.ts'
import type { ProjectFacts } from './facts.ts'
import { type Finding, inapplicable } from './finding.ts'

/** What the facts say of one condition of a project at `now`. */
export function find(condition: Condition, facts: ProjectFacts, now: Instant): Finding {
  if (!facts.isWatched) return inapplicable('not_watched', 'project_paused')
  if (facts.thresholds === null) return inapplicable('level_none', 'protection_removed')
  switch (condition) {
    case 'latency':
      return findLatency(facts, facts.thresholds, now)
    case 'interruption':
      return findInterruption(facts, facts.thresholds, now)
    case 'no_signal':
      return findNoSignal(facts, now)
    case 'paused_too_long':
      return findPausedTooLong(facts, now)
    case 'status_inconsistent':
      return findStatusInconsistent(facts, now)
    case 'clock_skew':
      return findClockSkew(facts)
  }
}
