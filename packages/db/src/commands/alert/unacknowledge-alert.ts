import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { alert } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import {
  alertResource,
  alertSubject,
  describeAcknowledgement,
  expectOpen,
  loadAlert,
} from './load-alert.ts'
import { noteAction } from './note-action.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

/** Takes an acknowledgement back: the next repeat goes out when it is due. */
export const unacknowledgeAlert = defineCommand({
  action: 'alert.acknowledge',
  input: z.strictObject({ alert: idInput<'alert'>() }),
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, _input, context) {
    expectOpen(loaded)
    const { id, acknowledgedAt } = loaded.alert
    if (acknowledgedAt === null) return { result: { id }, unchanged: true }
    const nobody = {
      acknowledgedBy: null,
      acknowledgedByName: null,
      acknowledgedAt: null,
      acknowledgedUntil: null,
    }
    const { now } = context
    const escalation = { escalationFrom: now, escalatedMinutes: 0, escalatesAt: now }
    await tx
      .update(alert)
      .set({ ...nobody, ...escalation })
      .where(eq(alert.id, id))
    await noteAction(tx, loaded, context, 'unacknowledge')
    const before = describeAcknowledgement(loaded)
    const after = describeAcknowledgement({ ...loaded, alert: { ...loaded.alert, ...nobody } })
    return {
      result: { id },
      audit: [auditOf('alert.acknowledge', alertSubject(loaded), { before, after })],
      topics: topicsOfAlert(loaded),
    }
  },
})
