import type { Action, UserActor } from '@highwater/core/permissions'
import type { DepartmentItem } from '@highwater/db/queries'
import { placesFor } from './creation-refusal.ts'

interface DepartmentOption {
  readonly value: string
  readonly label: string
}

/** The departments in which the actor may do this; the default one first. */
export function departmentOptions(
  actor: UserActor,
  action: Action,
  departments: readonly DepartmentItem[],
): DepartmentOption[] {
  const places = placesFor(actor, action)
  const all = places.includes(null)
  return departments
    .filter(({ id }) => all || places.includes(id))
    .toSorted((left, right) => Number(right.isDefault) - Number(left.isDefault))
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** The same, led by the whole installation where the actor may do it for all. */
export function departmentOptionsWithAll(
  actor: UserActor,
  action: Action,
  departments: readonly DepartmentItem[],
  everybody: string,
): DepartmentOption[] {
  const options = departmentOptions(actor, action, departments)
  return placesFor(actor, action).includes(null)
    ? [{ value: '', label: everybody }, ...options]
    : options
}
