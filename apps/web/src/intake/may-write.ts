import type { DepartmentId } from '@highwater/core'
import { type Actor, can } from '@highwater/core/permissions'

/** Whether the sender may speak for the projects of a department, decided once for each. */
export function mayWriteSignals(sender: Actor) {
  const decided = new Map<DepartmentId, boolean>()
  return ({ department }: { readonly department: DepartmentId }): boolean => {
    const known = decided.get(department)
    if (known !== undefined) return known
    const { allowed } = can(sender, 'signal.write', { department })
    decided.set(department, allowed)
    return allowed
  }
}
