import type { AlertId } from '@highwater/core'
import {
  acknowledgeAlert,
  assignAlert,
  closeAlert,
  commentOnAlert,
  snoozeAlert,
  unacknowledgeAlert,
  unsnoozeAlert,
} from '@highwater/db/commands'
import {
  countUnacknowledged,
  findAlert,
  getAlert,
  listAlerts,
  readNow,
} from '@highwater/db/queries'
import { z } from 'zod'
import { readAlertHistory } from '../read-alert-history.ts'
import { changes, reads, readsOne, router, shows, signedIn } from '../trpc.ts'

export const alertRouter = router({
  now: shows(readNow),
  unacknowledged: shows(countUnacknowledged),
  list: reads(listAlerts),
  find: reads(findAlert),
  get: readsOne(getAlert),
  /** The latency around an alert; null for an alert that is about no project. */
  history: signedIn
    .input(z.object({ id: z.custom<AlertId>() }))
    .query(({ ctx, input }) => readAlertHistory(ctx.services.db, ctx.viewer, input.id)),
  acknowledge: changes(acknowledgeAlert),
  unacknowledge: changes(unacknowledgeAlert),
  assign: changes(assignAlert),
  snooze: changes(snoozeAlert),
  unsnooze: changes(unsnoozeAlert),
  comment: changes(commentOnAlert),
  close: changes(closeAlert),
})
