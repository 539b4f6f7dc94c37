import { type Action, type Actor, can, type ResourceFacts } from '@highwater/core/permissions'
import { Refused } from '../commands/refused.ts'

/** @throws Refused for reads that a role or scope opens as a whole, or for this one thing */
export function permit(viewer: Actor, action: Action, resource: ResourceFacts = {}): void {
  const decision = can(viewer, action, resource)
  if (!decision.allowed) throw new Refused(decision.because, {})
}
