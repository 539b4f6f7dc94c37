import type { DepartmentId, Locale } from '@highwater/core'
import type { Action, Actor } from '@highwater/core/permissions'
import { refusalFor } from './refusal-for.ts'

/** Where the actor may do an action: for the whole installation, or in some departments. */
export const placesFor = (actor: Actor, action: Action): readonly (DepartmentId | null)[] =>
  [null, ...(actor.type === 'user' ? actor.departments.map(({ id }) => id) : [])].filter(
    (department) => refusalFor(actor, action, { department }, 'en') === null,
  )

/** Why the actor may make nothing of a sort anywhere; null when there is a place where they may. */
export const creationRefusal = (actor: Actor, action: Action, locale: Locale): string | null =>
  placesFor(actor, action).length > 0
    ? null
    : refusalFor(actor, action, { department: null }, locale)
