import type { ProtectionLevel } from '../policy/level.ts'
import type { Thresholds } from '../policy/thresholds.ts'
import type { Observation } from '../project/observation.ts'
import type { Instant, Millis } from '../time.ts'
import type { Calming } from './calming.ts'
import type { Condition } from './event.ts'
import type { DismissedAlert, OpenAlert, RecentlyEnded } from './state.ts'

/** All that an evaluation of one project may know. */
export interface ProjectFacts {
  readonly level: ProtectionLevel
  /** Null under "No Protection". */
  readonly thresholds: Thresholds | null
  readonly calming: Calming
  readonly observation: Observation
  /** The interval its owner declared; the measured one is in the observation. */
  readonly expectedInterval: Millis | null
  readonly alertBeforeCatchUp: boolean
  /** Its collector is down: silence is the collector's fault, and `source_down` says so. */
  readonly sourceDown: boolean
  /** Somebody switched its collector off: nobody moves its position on. Left out for no. */
  readonly sourceOff?: boolean
  /** False while people want no alerts of it. */
  readonly isWatched: boolean
  /** Since when we could hear its signals without a break; null where there never was one. */
  readonly listeningSince: Instant | null
  readonly open: readonly OpenAlert[]
  readonly ended: readonly RecentlyEnded[]
  readonly dismissed: readonly DismissedAlert[]
}

/** Of the nearly always empty list of a project's open alerts, the one of this condition. */
export const openOf = (condition: Condition, { open }: ProjectFacts): OpenAlert | undefined =>
  open.length === 0 ? undefined : open.find((alert) => alert.condition === condition)

export const intervalOf = (facts: ProjectFacts): Millis | null =>
  facts.expectedInterval ?? facts.observation.usualInterval
