import { AppError, type Instant, minutes, plus, toIso } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput, instantInput } from '../../queries/inputs.ts'
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
  untilItIsOver,
} from './load-alert.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

const longestMinutes = 525_600

const acknowledgeAlertInput = z
  .strictObject({
    alert: idInput<'alert'>(),
    until: instantInput.optional(),
    minutes: z
      .int('Use whole minutes.')
      .min(1, 'Use at least 1 minute.')
      .max(longestMinutes, 'Use at most one year.')
      .optional(),
  })
  .refine((input) => input.until === undefined || input.minutes === undefined, {
    path: ['minutes'],
    message: 'Send either until or minutes, not both.',
  })

function endOf(input: z.output<typeof acknowledgeAlertInput>, now: Instant): Instant {
  if (input.minutes !== undefined) return plus(now, minutes(input.minutes))
  if (input.until === undefined) return untilItIsOver
  if (input.until > now) return input.until
  const message = `Choose a time to come: it is ${toIso(now)} now.`
  throw new AppError('invalid_input', message, { faults: [{ path: 'until', message }] })
}

/**
 * Stops the repeats of an open alert until its level rises, the given time comes or it is over
 * (A11). Whoever acknowledges last is the one it names.
 */
export const acknowledgeAlert = defineCommand({
  action: 'alert.acknowledge',
  input: acknowledgeAlertInput,
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, input, { actor, actorName, now }) {
    expectOpen(loaded)
    const acknowledgedUntil = endOf(input, now)
    const acknowledged = {
      acknowledgedBy: personOf(actor),
      acknowledgedByName: actorName,
      acknowledgedAt: now,
      acknowledgedUntil,
    }
    const { id, level } = loaded.alert
    await tx.update(alert).set(acknowledged).where(eq(alert.id, id))
    await tx.insert(alertEvent).values({
      alertId: id,
      at: now,
      type: 'acknowledge',
      level,
      actorId: acknowledged.acknowledgedBy,
      actorName,
      detail: acknowledgedUntil === untilItIsOver ? null : { until: toIso(acknowledgedUntil) },
    })
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
      topics: topicsOfAlert(loaded),
    }
  },
})
