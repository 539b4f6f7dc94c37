import type { DepartmentId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'

/** Where something belongs when its maker does not say: at home, if the maker has exactly one. */
export function homeOf(actor: Actor): DepartmentId | undefined {
  const person = actor.type === 'token' ? actor.onBehalfOf : actor
  if (actor.type === 'token' && actor.department !== null) return actor.department
  if (person?.type !== 'user' || person.role !== 'user') return undefined
  return person.departments.length === 1 ? person.departments[0]?.id : undefined
}
