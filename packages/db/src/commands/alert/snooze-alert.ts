import { AppError, type Instant, toIso } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { alert } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lookAgainAtSubject } from '../look-again.ts'
import { endFields, endOf, namesOneEnd, oneEndOnly } from './end-time.ts'
import { holdUnneeded } from './hold-unneeded.ts'
import {
  alertResource,
  alertSubject,
  expectOpen,
  type LoadedAlert,
  loadAlert,
} from './load-alert.ts'
import { noteAction } from './note-action.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

const described = (until: Instant | null) => ({
  snoozedUntil: until === null ? null : toIso(until),
})

async function setSnooze(
  tx: Transaction,
  { alert: subject }: LoadedAlert,
  until: Instant | null,
  by: string | null,
  now: Instant,
): Promise<void> {
  // Whatever was to be escalated meanwhile is looked at anew.
  const lookAt = subject.escalatesAt === null ? null : now
  await tx
    .update(alert)
    .set({ snoozedUntil: until, snoozedByName: by, escalatesAt: lookAt })
    .where(eq(alert.id, subject.id))
  // The end of the snooze is a deadline of what it is about.
  await lookAgainAtSubject(tx, subject, now)
}

/** Holds the repeats of an open alert back for a while; when the time is up it is told again (A11). */
export const snoozeAlert = defineCommand({
  action: 'alert.snooze',
  input: z
    .strictObject({ alert: idInput<'alert'>(), ...endFields })
    .refine(namesOneEnd, oneEndOnly),
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, input, context) {
    expectOpen(loaded)
    const { now, actorName } = context
    const until = endOf(input, now)
    if (until === null) {
      const message = 'Say for how long: send until or minutes.'
      throw new AppError('invalid_input', message, { faults: [{ path: 'minutes', message }] })
    }
    await holdUnneeded(tx, loaded.alert.id, 'snoozed', now)
    await setSnooze(tx, loaded, until, actorName, now)
    await noteAction(tx, loaded, context, 'snooze', { until: toIso(until) })
    const before = described(loaded.alert.snoozedUntil)
    return {
      result: { id: loaded.alert.id, snoozedUntil: until },
      audit: [auditOf('alert.snooze', alertSubject(loaded), { before, after: described(until) })],
      topics: [...topicsOfAlert(loaded), 'evaluate', 'deliveries'],
    }
  },
})

/** Ends a snooze early: the next repeat goes out when it is due. */
export const unsnoozeAlert = defineCommand({
  action: 'alert.snooze',
  input: z.strictObject({ alert: idInput<'alert'>() }),
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, _input, context) {
    expectOpen(loaded)
    const { id, snoozedUntil } = loaded.alert
    if (snoozedUntil === null) return { result: { id }, unchanged: true }
    await setSnooze(tx, loaded, null, null, context.now)
    await noteAction(tx, loaded, context, 'unsnooze')
    const before = described(snoozedUntil)
    return {
      result: { id },
      audit: [auditOf('alert.snooze', alertSubject(loaded), { before, after: described(null) })],
      topics: [...topicsOfAlert(loaded), 'evaluate'],
    }
  },
})
