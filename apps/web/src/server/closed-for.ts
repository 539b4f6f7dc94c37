import type { UserId } from '@highwater/core'
import { type Action, can, denialTexts } from '@highwater/core/permissions'
import { getLocale } from 'next-intl/server'
import { services } from './services.ts'
import { requireCommandContext } from './viewer.ts'

/**
 * Why a page stays closed to its reader, in their language; null when it is open. That somebody asked
 * for a page that is not for them is written down.
 */
export async function closedFor(
  action: Action,
  resource: { readonly owner?: UserId } = {},
): Promise<string | null> {
  const [context, locale] = await Promise.all([requireCommandContext(), getLocale()])
  const decision = can(context.actor, action, resource)
  if (decision.allowed) return null
  await services().refusals.note(context, { action, reason: decision.because })
  return denialTexts[decision.because][locale]
}
