import { AppError, plus } from '@highwater/core'
import { dismissedAtMost } from '@highwater/core/alert'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { writeTimeline } from '../../queue/evaluate/timeline.ts'
import { loadAlertsById } from '../../queue/load-alerts.ts'
import { readMessageProject } from '../../queue/outbox/message-project.ts'
import { tell } from '../../queue/outbox/tell.ts'
import { updateAlerts } from '../../queue/store-alerts.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lookAgainAt } from '../look-again.ts'
import { personOf } from '../person-of.ts'
import { sqlOf } from '../sql-of.ts'
import { alertResource, alertSubject, expectOpen, loadAlert } from './load-alert.ts'
import { topicsOfAlert } from './topics-of-alert.ts'

const closeAlertInput = z.strictObject({
  alert: idInput<'alert'>(),
  reason: z.string().trim().min(1, 'Say why.').max(500, 'Use at most 500 characters.'),
})

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
    if (projectId === null) {
      throw new AppError(
        'conflict',
        'An alert about Highwater itself or a host ends when its cause ends. Acknowledge, snooze or silence it instead.',
      )
    }
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
      dismissed_until: open.condition === null ? null : plus(now, dismissedAtMost),
    }
    await updateAlerts(sql, [closed])
    const by = { id: personOf(actor), name: actorName }
    await writeTimeline(
      sql,
      [{ alert: closed, type: 'close', reason: 'closed_by_person', by, detail: { note: reason } }],
      now,
    )
    await sql`
      update project_state set open_alerts = open_alerts - 1,
        dismissed_alerts = dismissed_alerts + ${closed.dismissed_until === null ? 0 : 1}
      where project_id = ${projectId}`
    await lookAgainAt(tx, [projectId], now)
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
          project: await readMessageProject(sql, projectId),
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
