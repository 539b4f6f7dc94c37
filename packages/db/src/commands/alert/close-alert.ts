import { plus } from '@highwater/core'
import { dismissedAtMost } from '@highwater/core/alert'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import type { AlertRow } from '../../queue/alert-row.ts'
import { writeTimeline } from '../../queue/evaluate/timeline.ts'
import { loadAlertsById } from '../../queue/load-alerts.ts'
import { readMessageProject } from '../../queue/outbox/message-project.ts'
import { tell } from '../../queue/outbox/tell.ts'
import { updateAlerts } from '../../queue/store-alerts.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lookAgainAt, lookAgainAtThing } from '../look-again.ts'
import { personOf } from '../person-of.ts'
import { sqlOf } from '../sql-of.ts'
import { alertResource, alertSubject, expectOpen, loadAlert } from './load-alert.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

const closeAlertInput = z.strictObject({
  alert: idInput<'alert'>(),
  reason: z.string().trim().min(1, 'Say why.').max(500, 'Use at most 500 characters.'),
})

/** Whether the same would be told at the next look; what happened once is over when it is closed. */
const canReturn = (row: AlertRow): boolean =>
  row.condition !== null ||
  row.host_id !== null ||
  row.channel_id !== null ||
  row.source_id !== null

/**
 * Closes an alert whose breach may still stand, because a person knows better (A11). Everybody who
 * was told hears of it; the same breach is not told again before it has been good once, or for a day.
 */
export const closeAlert = defineCommand({
  action: 'alert.close',
  input: closeAlertInput,
  load: (tx, input, context) => loadAlert(tx, input.alert, context),
  resource: alertResource,
  async change(tx, loaded, { reason }, context) {
    expectOpen(loaded)
    const { now, consoleUrl, actor, actorName } = context
    const { id, projectId } = loaded.alert
    const sql = sqlOf(tx)
    const [open] = await loadAlertsById(sql, [id])
    if (!open) throw new Error('An alert that was just locked is gone.')
    const closed = {
      ...open,
      state: 'closed' as const,
      closed_at: now,
      close_reason: 'closed_by_person' as const,
      closed_by_name: actorName,
      close_note: reason,
      next_notify_at: null,
      escalates_at: null,
      dismissed_until: canReturn(open) ? plus(now, dismissedAtMost) : null,
    }
    await updateAlerts(sql, [closed])
    const by = { id: personOf(actor), name: actorName }
    await writeTimeline(
      sql,
      [{ alert: closed, type: 'close', reason: 'closed_by_person', by, detail: { note: reason } }],
      now,
    )
    if (projectId === null) await lookAgainAtThing(tx, loaded.alert, now)
    else {
      await sql`
        update project_state set open_alerts = open_alerts - 1,
          dismissed_alerts = dismissed_alerts + ${closed.dismissed_until === null ? 0 : 1}
        where project_id = ${projectId}`
      await lookAgainAt(tx, [projectId], now)
    }
    await tell(
      sql,
      [
        {
          news: {
            alert: id,
            kind: 'resolved',
            department: open.department_id,
            note: null,
            closeReason: 'closed_by_person',
          },
          alert: closed,
          number: loaded.alert.number,
          project: projectId === null ? null : await readMessageProject(sql, projectId),
          frequencyMinutes: 0,
        },
      ],
      now,
      consoleUrl,
    )
    const before = { state: open.state }
    const after = { state: 'closed', reason }
    return {
      result: { id },
      audit: [auditOf('alert.close', alertSubject(loaded), { before, after })],
      topics: [...topicsOfAlert(loaded), 'evaluate', 'deliver', 'deliveries', 'projects'],
    }
  },
})
