import { defaultParameters, type Parameters } from '../parameters/index.ts'
import { hours, type Millis, millis, minutes, seconds } from '../time.ts'

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
  /** How long a position must advance though its project is said to be stopped. */
  readonly inconsistentAfter: Millis
  /** A clock that is ahead by no more than this is nobody's concern. */
  readonly clockSkew: Millis
  /** A project that resumes may be behind for this long, or for its threshold if that is longer. */
  readonly resumeGraceAtLeast: Millis
  /** An alert that turns this often within the window is flapping, until it has not turned for the stable time. */
  readonly flapTurns: number
  readonly flapWindow: Millis
  readonly flapStable: Millis
  /** Flapping alerts repeat at so many frequencies, and no more rarely than the longest pace says. */
  readonly flapDigestFactor: number
  readonly flapDigestAtMost: Millis
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
  inconsistentAfter: seconds(parameters.inconsistentAfterSeconds),
  clockSkew: seconds(parameters.clockSkewSeconds),
  resumeGraceAtLeast: seconds(parameters.resumeGraceSeconds),
  flapTurns: parameters.flapTurns,
  flapWindow: minutes(parameters.flapWindowMinutes),
  flapStable: minutes(parameters.flapStableMinutes),
  flapDigestFactor: parameters.flapDigestFactor,
  flapDigestAtMost: minutes(parameters.flapDigestAtMostMinutes),
})

export const defaultCalming: Calming = calmingOf(defaultParameters)

/** A6: good signals must last for max(60 s, two intervals). */
export const holdTime = (calming: Calming, interval: Millis | null): Millis =>
  millis(Math.max(calming.holdAtLeast, 2 * (interval ?? 0)))

/** A3: silence is three usual intervals, and never less than a minute. */
export const noSignalTime = (
  calming: Pick<Calming, 'noSignalAtLeast' | 'noSignalUnknownInterval'>,
  interval: Millis | null,
): Millis =>
  interval === null
    ? calming.noSignalUnknownInterval
    : millis(Math.max(calming.noSignalAtLeast, 3 * interval))
