import { toIso } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { alert } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lookAgainAtSubject } from '../look-again.ts'
import { personOf } from '../person-of.ts'
import { endFields, endOf, namesOneEnd, oneEndOnly } from './end-time.ts'
import { holdUnneeded } from './hold-unneeded.ts'
import {
  alertResource,
  alertSubject,
  describeAcknowledgement,
  expectOpen,
  loadAlert,
  untilItIsOver,
} from './load-alert.ts'
import { noteAction } from './note-action.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

const acknowledgeAlertInput = z
  .strictObject({ alert: idInput<'alert'>(), ...endFields })
  .refine(namesOneEnd, oneEndOnly)

/**
 * Stops the repeats of an open alert, also those that wait to be sent, until its level rises, the
 * given time comes or it is over (A11). Whoever acknowledges last is the one it names.
 */
export const acknowledgeAlert = defineCommand({
  action: 'alert.acknowledge',
  input: acknowledgeAlertInput,
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, input, context) {
    expectOpen(loaded)
    const { actor, actorName, now } = context
    const acknowledgedUntil = endOf(input, now) ?? untilItIsOver
    const acknowledged = {
      acknowledgedBy: personOf(actor),
      acknowledgedByName: actorName,
      acknowledgedAt: now,
      acknowledgedUntil,
    }
    const { id } = loaded.alert
    // Its escalation waits for the end of the acknowledgement, and then counts anew.
    const isForGood = acknowledgedUntil === untilItIsOver
    const escalation = {
      escalationFrom: isForGood ? now : acknowledgedUntil,
      escalatedMinutes: 0,
      escalatesAt: isForGood ? null : acknowledgedUntil,
    }
    await tx
      .update(alert)
      .set({ ...acknowledged, ...escalation })
      .where(eq(alert.id, id))
    await holdUnneeded(tx, id, 'acknowledged', now)
    // The end of the acknowledgement is a deadline of what it is about.
    await lookAgainAtSubject(tx, loaded.alert, now)
    const until = isForGood ? null : { until: toIso(acknowledgedUntil) }
    await noteAction(tx, loaded, context, 'acknowledge', until)
    const after = describeAcknowledgement({
      ...loaded,
      alert: { ...loaded.alert, ...acknowledged },
    })
    return {
      result: { id, acknowledgedUntil },
      audit: [
        auditOf('alert.acknowledge', alertSubject(loaded), {
          before: describeAcknowledgement(loaded),
          after,
        }),
      ],
      topics: [...topicsOfAlert(loaded), 'evaluate', 'deliveries'],
    }
  },
})
