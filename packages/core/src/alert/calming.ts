import { defaultParameters, type Parameters } from '../parameters/index.ts'
import { hours, type Millis, millis, seconds } from '../time.ts'

/** The parameters of holding on (A6) and of the alerts about silence (A2, A3). */
export interface Calming {
  /** How long a breach must last before the alert fires. */
  readonly pendingFor: Millis
  /** A latency counts as good again at or under threshold × this. */
  readonly clearRatio: number
  /** The least time that good signals must last before the alert is resolved. */
  readonly holdAtLeast: Millis
  /** A breach this soon after a recovery reopens the same alert. */
  readonly reopenWithin: Millis
  readonly noSignalAtLeast: Millis
  /** How long a project may be silent whose usual interval is not known yet. */
  readonly noSignalUnknownInterval: Millis
  readonly pausedTooLongAfter: Millis
  /** A project that resumes may be behind for this long, or for its threshold if that is longer. */
  readonly resumeGraceAtLeast: Millis
}

/** The parameters in force, as the lengths that the rules reckon with. */
export const calmingOf = (parameters: Parameters): Calming => ({
  pendingFor: seconds(parameters.pendingSeconds),
  clearRatio: parameters.clearRatio,
  holdAtLeast: seconds(parameters.holdAtLeastSeconds),
  reopenWithin: seconds(parameters.reopenWithinSeconds),
  noSignalAtLeast: seconds(parameters.noSignalAtLeastSeconds),
  noSignalUnknownInterval: seconds(parameters.noSignalUnknownIntervalSeconds),
  pausedTooLongAfter: hours(parameters.pausedTooLongHours),
  resumeGraceAtLeast: seconds(parameters.resumeGraceSeconds),
})

export const defaultCalming: Calming = calmingOf(defaultParameters)

/** A6: good signals must last for max(60 s, two intervals). */
export const holdTime = (calming: Calming, interval: Millis | null): Millis =>
  millis(Math.max(calming.holdAtLeast, 2 * (interval ?? 0)))

/** A3: silence is three usual intervals, and never less than a minute. */
export const noSignalTime = (calming: Calming, interval: Millis | null): Millis =>
  interval === null
    ? calming.noSignalUnknownInterval
    : millis(Math.max(calming.noSignalAtLeast, 3 * interval))
