import type { Locale } from '@highwater/core'
import {
  type Action,
  type Actor,
  can,
  denialTexts,
  type ResourceFacts,
} from '@highwater/core/permissions'

/** Why the actor may not do this, in the reader's language; null when they may. */
export function refusalFor(
  actor: Actor,
  action: Action,
  resource: ResourceFacts,
  locale: Locale,
): string | null {
  const decision = can(actor, action, resource)
  return decision.allowed ? null : denialTexts[decision.because][locale]
}
