import type { DepartmentId, UserId } from '@highwater/core'
import { type Actor, can } from '@highwater/core/permissions'

interface Spoken {
  readonly department: DepartmentId
  /** Left out where it is not known. */
  readonly owner?: UserId | null
}

/** Whether the sender may speak for a project: decided once for each department, else for its owner. */
export function mayWriteSignals(sender: Actor) {
  const decided = new Map<DepartmentId, boolean>()
  const mayForAll = (department: DepartmentId): boolean => {
    const known = decided.get(department)
    if (known !== undefined) return known
    const { allowed } = can(sender, 'signal.write', { department })
    decided.set(department, allowed)
    return allowed
  }
  return ({ department, owner = null }: Spoken): boolean =>
    mayForAll(department) ||
    (owner !== null && can(sender, 'signal.write', { department, owner }).allowed)
}
