import type { Parameters } from '../../parameters/index.ts'
import { between, type Instant, type Millis, plus, seconds } from '../../time.ts'
import { justAfter } from '../just-after.ts'
import { type HostFigure, type HostFigureName, hostFigureNames } from '../particulars.ts'
import type { Standing } from './standing.ts'

/** What a host last reported of itself: fractions from 0 to 1, null where it does not say. */
export type HostFigures = Readonly<Record<HostFigureName, number | null>>

export interface HostRules {
  readonly silence: Millis
  readonly hold: Millis
  readonly limits: Readonly<Record<HostFigureName, number>>
}

export const hostRulesOf = (parameters: Parameters): HostRules => ({
  silence: seconds(parameters.hostSilenceSeconds),
  hold: seconds(parameters.hostThresholdHoldSeconds),
  limits: {
    cpu: parameters.hostCpuPercent,
    memory: parameters.hostMemoryPercent,
    disk: parameters.hostDiskPercent,
  },
})

/**
 * The figures that are over their limits, in percent; equal is not over (P4). What is hardly over is
 * rounded up: "85 %, limit 85 %" would be no reason for an alert.
 */
export const figuresOver = (figures: HostFigures, { limits }: HostRules): HostFigure[] =>
  hostFigureNames.flatMap((name) => {
    const fraction = figures[name]
    const limit = limits[name]
    // The limit is divided: multiplied, 0.07 would be a trifle over 7 %.
    if (fraction === null || fraction <= limit / 100) return []
    const percent = Math.round(fraction * 100)
    return [{ name, percent: percent > limit ? percent : Math.floor(limit) + 1, limit }]
  })

interface Judged {
  readonly standing: Standing
  /** When time alone would change it. */
  readonly recheckAt: Instant | null
}

/** A host without a heartbeat for too long. `heardFrom` may be later than its last one: see there. */
export function standingOfHeartbeat(heardFrom: Instant, rules: HostRules, now: Instant): Judged {
  const measure = { observed: between(heardFrom, now), threshold: rules.silence }
  return measure.observed > rules.silence
    ? { standing: { is: 'bad', since: heardFrom, measure }, recheckAt: null }
    : { standing: { is: 'good' }, recheckAt: justAfter(plus(heardFrom, rules.silence)) }
}

/** A host that has been short of something for as long as it takes. */
export function standingOfFigures(
  overLimitSince: Instant | null,
  rules: HostRules,
  now: Instant,
): Judged {
  if (overLimitSince === null) return { standing: { is: 'good' }, recheckAt: null }
  const measure = { observed: between(overLimitSince, now), threshold: rules.hold }
  return measure.observed >= rules.hold
    ? { standing: { is: 'bad', since: overLimitSince, measure }, recheckAt: null }
    : { standing: { is: 'unjudged' }, recheckAt: plus(overLimitSince, rules.hold) }
}
