import type { Parameters } from '../parameters/index.ts'
import { type Instant, latest, type Millis, plus, seconds } from '../time.ts'
import { type Calming, calmingOf, holdTime } from './calming.ts'
import type { AlertEvent } from './event.ts'
import type { OpenAlert } from './state.ts'

/** When the recovery of a project's alert is over: a flapping one must be good for the stable time. */
export function recoveryEnd(
  { flappingSince }: Pick<OpenAlert, 'flappingSince'>,
  recoveringSince: Instant,
  interval: Millis | null,
  calming: Calming,
): Instant {
  const held = plus(recoveringSince, holdTime(calming, interval))
  return flappingSince === null ? held : latest(held, plus(recoveringSince, calming.flapStable))
}

/** A recovery that is under way, of a project's alert or of one about a thing. */
export interface Recovery extends Pick<OpenAlert, 'flappingSince'> {
  readonly event: AlertEvent
  readonly isOfProject: boolean
  readonly recoveringSince: Instant
  /** How often its project reports; null where that is not known. */
  readonly interval: Millis | null
}

/** When a recovery that began under other parameters is over by these. */
export function recoveryEndBy(recovery: Recovery, parameters: Parameters): Instant {
  const calming = calmingOf(parameters)
  const { event, isOfProject, recoveringSince, interval } = recovery
  if (isOfProject) return recoveryEnd(recovery, recoveringSince, interval, calming)
  const hold =
    event === 'host_threshold' ? seconds(parameters.hostThresholdHoldSeconds) : calming.holdAtLeast
  const held = plus(recoveringSince, hold)
  return recovery.flappingSince === null
    ? held
    : latest(held, plus(recoveringSince, calming.flapStable))
}
