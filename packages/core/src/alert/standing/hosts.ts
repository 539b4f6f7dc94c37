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

/** The figures that are over their limits, in percent; equal is not over (P4). */
export const figuresOver = (figures: HostFigures, { limits }: HostRules): HostFigure[] =>
  hostFigureNames.flatMap((name) => {
    const fraction = figures[name]
    if (fraction === null || fraction * 100 <= limits[name]) return []
    return [{ name, percent: Math.round(fraction * 100), limit: limits[name] }]
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
