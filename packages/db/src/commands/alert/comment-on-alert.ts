import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { alertResource, alertSubject, loadAlert } from './load-alert.ts'
import { noteAction } from './note-action.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

const commentOnAlertInput = z.strictObject({
  alert: idInput<'alert'>(),
  text: z.string().trim().min(1, 'Write something.').max(2_000, 'Use at most 2000 characters.'),
})

/** Puts a remark into an alert's timeline; a closed alert takes remarks too, for those who look back. */
export const commentOnAlert = defineCommand({
  action: 'alert.comment',
  input: commentOnAlertInput,
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, { text }, context) {
    await noteAction(tx, loaded, context, 'comment', { text })
    return {
      result: { id: loaded.alert.id },
      audit: [auditOf('alert.comment', alertSubject(loaded), { after: { text } })],
      topics: topicsOfAlert(loaded),
    }
  },
})
