import type { DepartmentId } from '@highwater/core'
import { type Actor, can } from '@highwater/core/permissions'

/** Whether the sender may speak for the projects of a department. */
export const mayWriteSignals =
  (sender: Actor) =>
  ({ department }: { readonly department: DepartmentId }): boolean =>
    can(sender, 'signal.write', { department }).allowed
