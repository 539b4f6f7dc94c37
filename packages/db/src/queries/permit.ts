import {
  type Action,
  type Actor,
  can,
  type DenialReason,
  type ResourceFacts,
} from '@highwater/core/permissions'
import { Refused } from '../commands/refused.ts'

/** A read that was refused by name, not answered like a thing that there is not: it is worth noting. */
export class RefusedRead extends Refused {
  readonly action: Action

  constructor(because: DenialReason, action: Action) {
    super(because, {})
    this.action = action
  }
}

/** @throws RefusedRead for reads that a role or scope opens as a whole, or for this one thing */
export function permit(viewer: Actor, action: Action, resource: ResourceFacts = {}): void {
  const decision = can(viewer, action, resource)
  if (!decision.allowed) throw new RefusedRead(decision.because, action)
}
