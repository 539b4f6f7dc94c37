import type { Action, UserActor } from '@highwater/core/permissions'
import type { DepartmentItem } from '@highwater/db/queries'
import { placesFor } from '~/forms/creation-refusal.ts'

interface DepartmentOption {
  readonly value: string
  readonly label: string
}

/** The departments in which the actor may do this, led by the whole installation where they may. */
export function departmentOptions(
  actor: UserActor,
  action: Action,
  departments: readonly DepartmentItem[],
  everybody: string,
): DepartmentOption[] {
  const places = placesFor(actor, action)
  const all = places.includes(null)
  const some = departments.filter(({ id }) => all || places.includes(id))
  return [
    ...(all ? [{ value: '', label: everybody }] : []),
    ...some.map(({ id, name }) => ({ value: id, label: name })),
  ]
}
