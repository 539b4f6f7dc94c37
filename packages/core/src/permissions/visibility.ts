import { assertNever } from '../assert-never.ts'
import type { DepartmentId, UserId } from '../ids.ts'
import type { Actor, TokenActor } from './actor.ts'

/** What a list may show to an actor: all, or the things of some departments and of one owner. */
export type Visibility =
  | { readonly all: true }
  | {
      readonly all: false
      readonly departments: readonly DepartmentId[]
      readonly owner: UserId | null
    }

const nothing: Visibility = { all: false, departments: [], owner: null }

function visibilityOfToken(actor: TokenActor): Visibility {
  if (actor.scope === 'signals:write') return nothing
  const { department, onBehalfOf } = actor
  const person: Visibility = onBehalfOf === null ? { all: true } : visibility(onBehalfOf)
  if (department === null) return person
  const sees = person.all || person.departments.includes(department)
  return sees ? { all: false, departments: [department], owner: null } : nothing
}

export function visibility(actor: Actor): Visibility {
  switch (actor.type) {
    case 'user':
      return actor.role === 'admin' || actor.role === 'auditor'
        ? { all: true }
        : { all: false, departments: actor.departments.map(({ id }) => id), owner: actor.id }
    case 'token':
      return visibilityOfToken(actor)
    case 'system':
      return { all: true }
    case 'anonymous':
      return nothing
    default:
      return assertNever(actor)
  }
}
