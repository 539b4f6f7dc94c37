import { type Instant, minutes, plus, type SilenceId } from '@highwater/core'
import { plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { writeTimeline } from '../evaluate/timeline.ts'
import { readMessageProject } from '../outbox/message-project.ts'
import { type Telling, tell } from '../outbox/tell.ts'
import { updateAlerts } from '../store-alerts.ts'
import type { HoldOnAlert } from './record-holds.ts'

/** An alert that still fires after the silence that hid it. */
export interface CameBack {
  readonly alert: AlertRow
  readonly silence: { readonly id: SilenceId; readonly name: string }
}

const holding: readonly HoldOnAlert['reason'][] = ['silenced', 'maintenance']

const isSet = (until: Instant | null, now: Instant) => until !== null && until > now

/** Whoever acknowledged or snoozed it knows of it, and has asked to be left in peace. */
function quietBecause(alert: AlertRow, now: Instant): 'acknowledged' | 'snoozed' | null {
  if (isSet(alert.acknowledged_until, now)) return 'acknowledged'
  return isSet(alert.snoozed_until, now) ? 'snoozed' : null
}

const frequencyOf = ({ level }: AlertRow, { settings }: PolicyInForce): number =>
  settings[level === 'none' ? 'low' : level].frequencyMinutes

async function tellingOf(
  tx: TransactionSql,
  alert: AlertRow,
  policy: PolicyInForce,
): Promise<Telling[]> {
  if (alert.number === null) return []
  const project = alert.project_id === null ? null : await readMessageProject(tx, alert.project_id)
  return [
    {
      // To a channel that never heard of the alert the planning makes it the first news.
      news: {
        alert: alert.id,
        kind: 'repeat',
        department: alert.department_id,
        note: 'silence_ended',
        closeReason: null,
      },
      alert,
      number: alert.number,
      project,
      frequencyMinutes: frequencyOf(alert, policy),
    },
  ]
}

/** What these silences were to keep from being tried again is wanted once more, before its repeat. */
const sendAfterAll = (tx: TransactionSql, alerts: readonly AlertRow[]) => tx`
  update notification set withdrawn = null
  where id in (
    select n.id from notification n
    where n.alert_id = any(${plainArray(alerts.map(({ id }) => id))}::uuid[]) and n.state = 'sending'
      and n.withdrawn ->> 'reason' = any(${[...holding]}::text[])
    order by n.id for no key update of n
  )`

/** Tells of alerts that still fire after their silence; from now on they are repeated as ever. */
export async function tellOfReturn(
  tx: TransactionSql,
  back: readonly CameBack[],
  policy: PolicyInForce,
  consoleUrl: string,
): Promise<void> {
  const { now } = policy
  await writeTimeline(
    tx,
    back.map(({ alert, silence }) => ({
      alert,
      type: 'silence_ended',
      reason: quietBecause(alert, now),
      detail: silence,
    })),
    now,
  )
  const told = back.flatMap(({ alert }) => (quietBecause(alert, now) === null ? [alert] : []))
  const rows = told.map((alert) => ({
    ...alert,
    repeats: alert.repeats + 1,
    next_notify_at: plus(now, minutes(frequencyOf(alert, policy))),
  }))
  await updateAlerts(tx, rows)
  await sendAfterAll(tx, told)
  const tellings: Telling[] = []
  for (const alert of rows) tellings.push(...(await tellingOf(tx, alert, policy)))
  await tell(tx, tellings, now, consoleUrl)
}
