import type { Instant } from '@highwater/core'
import { type Observation, type StepState, stepStateOf } from '@highwater/core/project'

/** A step that is new, or in another state than before. */
export interface StepTurn {
  readonly name: string
  readonly state: StepState
  readonly at: Instant
}

/** What a signal says of a step in so many words. */
export interface StepSaid {
  readonly name: string
  readonly state: StepState
}

/**
 * What a signal changed about the steps; null nearly always. One that names no step speaks of the
 * present one as soon as the project's state turns.
 */
export function stepTurn(
  said: StepSaid | undefined,
  known: StepState | null,
  before: Observation,
  after: Observation,
  at: Instant,
): StepTurn | null {
  if (said) {
    const isKnown = said.name === before.step && said.state === known
    return isKnown ? null : { name: said.name, state: said.state, at }
  }
  if (after.step === null || after.state === before.state) return null
  const state = stepStateOf(after.state)
  return state === null || state === known ? null : { name: after.step, state, at }
}
