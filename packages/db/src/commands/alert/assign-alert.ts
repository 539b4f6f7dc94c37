import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { alert } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { findPerson } from '../find-owner.ts'
import { alertResource, alertSubject, expectOpen, loadAlert } from './load-alert.ts'
import { noteAction } from './note-action.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

const assignAlertInput = z.strictObject({
  alert: idInput<'alert'>(),
  /** An account's id or e-mail address; null takes the alert from whoever has it. */
  assignee: z.string().trim().min(1, 'Name the person.').max(200).nullable(),
})

/** Hands an open alert to a person, who is then the one to ask about it (A11). */
export const assignAlert = defineCommand({
  action: 'alert.assign',
  input: assignAlertInput,
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, input, context) {
    expectOpen(loaded)
    const { id, assigneeId, assigneeName } = loaded.alert
    const person = input.assignee === null ? null : await findPerson(tx, input.assignee, 'assignee')
    const result = { id, assignee: person && { id: person.id, name: person.displayName } }
    if ((person?.id ?? null) === assigneeId) return { result, unchanged: true }
    const name = person?.displayName ?? null
    await tx
      .update(alert)
      .set({ assigneeId: person?.id ?? null, assigneeName: name })
      .where(eq(alert.id, id))
    if (person) await noteAction(tx, loaded, context, 'assign', { to: name })
    else await noteAction(tx, loaded, context, 'unassign', { from: assigneeName })
    const before = { assignee: assigneeName }
    return {
      result,
      audit: [auditOf('alert.assign', alertSubject(loaded), { before, after: { assignee: name } })],
      topics: topicsOfAlert(loaded),
    }
  },
})
