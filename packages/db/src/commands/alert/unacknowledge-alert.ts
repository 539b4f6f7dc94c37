import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { alert, alertEvent } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import {
  alertResource,
  alertSubject,
  describeAcknowledgement,
  expectOpen,
  loadAlert,
} from './load-alert.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

/** Takes an acknowledgement back: the next repeat goes out when it is due. */
export const unacknowledgeAlert = defineCommand({
  action: 'alert.acknowledge',
  input: z.strictObject({ alert: idInput<'alert'>() }),
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, _input, { actor, actorName, now }) {
    expectOpen(loaded)
    const { id, level, acknowledgedAt } = loaded.alert
    if (acknowledgedAt === null) return { result: { id }, unchanged: true }
    const nobody = {
      acknowledgedBy: null,
      acknowledgedByName: null,
      acknowledgedAt: null,
      acknowledgedUntil: null,
    }
    await tx.update(alert).set(nobody).where(eq(alert.id, id))
    const actorId = personOf(actor)
    await tx
      .insert(alertEvent)
      .values({ alertId: id, at: now, type: 'unacknowledge', level, actorId, actorName })
    const before = describeAcknowledgement(loaded)
    const after = describeAcknowledgement({ ...loaded, alert: { ...loaded.alert, ...nobody } })
    return {
      result: { id },
      audit: [auditOf('alert.acknowledge', alertSubject(loaded), { before, after })],
      topics: topicsOfAlert(loaded),
    }
  },
})
