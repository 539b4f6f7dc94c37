import { assertNever } from '../assert-never.ts'
import type { DepartmentId, UserId } from '../ids.ts'
import type { Actor } from './actor.ts'

/** What a list may show to an actor: all, or the things of some departments and of one owner. */
export type Visibility =
  | { readonly all: true }
  | {
      readonly all: false
      readonly departments: readonly DepartmentId[]
      readonly owner: UserId | null
    }

export function visibility(actor: Actor): Visibility {
  switch (actor.type) {
    case 'user':
      return actor.role === 'admin' || actor.role === 'auditor'
        ? { all: true }
        : { all: false, departments: actor.departments.map(({ id }) => id), owner: actor.id }
    case 'token':
      if (actor.scope === 'signals:write') return { all: false, departments: [], owner: null }
      return actor.department === null
        ? { all: true }
        : { all: false, departments: [actor.department], owner: null }
    case 'system':
      return { all: true }
    case 'anonymous':
      return { all: false, departments: [], owner: null }
    default:
      return assertNever(actor)
  }
}
