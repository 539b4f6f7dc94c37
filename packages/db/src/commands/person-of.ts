import { assertNever, type UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'

/** The person behind an act; a token may act for the one it belongs to. */
export function personOf(actor: Actor): UserId | null {
  switch (actor.type) {
    case 'user':
      return actor.id
    case 'token':
      return actor.onBehalfOf?.id ?? null
    case 'system':
    case 'anonymous':
      return null
    default:
      return assertNever(actor)
  }
}
