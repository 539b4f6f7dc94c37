import type { Instant, SilenceId } from '@highwater/core'
import { type Held, heldBy } from '@highwater/core/silence'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import type { AlertRow } from '../alert-row.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { loadAlertsById } from '../load-alerts.ts'
import { updateAlerts } from '../store-alerts.ts'
import { loadSilencesInForce } from './in-force.ts'
import { type HoldOnAlert, recordHolds } from './record-holds.ts'
import { readSubjects } from './subject.ts'
import { type CameBack, tellOfReturn } from './tell-of-return.ts'

interface ReleasedHold {
  readonly alert_id: string
  readonly silence_id: SilenceId
  readonly name: string
}

/** The holds that ended on these alerts, newest end last, locked. The alerts are locked before. */
const readReleased = (tx: TransactionSql, alertIds: readonly string[]) => tx<ReleasedHold[]>`
  select h.alert_id, h.silence_id, s.name
  from silence_hold h
  join silence s on s.id = h.silence_id
  where h.alert_id = any(${[...alertIds]}::uuid[]) and h.release_at is not null
    and h.released_at is null
  order by h.release_at, h.silence_id
  for update of h`

interface Sorted {
  /** Another silence hides the alert still, or the same one again. */
  readonly heldOn: HoldOnAlert[]
  readonly back: CameBack[]
  /** It recovers just now: whether there is anything to tell turns out with its next signals. */
  readonly recovering: AlertRow[]
}

function sort(
  alerts: readonly AlertRow[],
  released: readonly ReleasedHold[],
  heldNow: (alert: AlertRow) => Held | null,
): Sorted {
  const last = new Map(released.map((hold) => [hold.alert_id, hold]))
  const sorted: Sorted = { heldOn: [], back: [], recovering: [] }
  for (const alert of alerts) {
    const hold = last.get(alert.id)
    if (hold !== undefined && alert.state === 'recovering') sorted.recovering.push(alert)
    if (hold === undefined || alert.state !== 'firing') continue
    const held = heldNow(alert)
    if (held === null)
      sorted.back.push({ alert, silence: { id: hold.silence_id, name: hold.name } })
    else sorted.heldOn.push({ alert, silence: held.detail, reason: held.reason })
  }
  return sorted
}

/** Has a relapse told at once, rather than when the next repeat would have come, perhaps in hours. */
const tellOfRelapse = (tx: TransactionSql, recovering: readonly AlertRow[], now: Instant) =>
  updateAlerts(
    tx,
    recovering.map((alert) => ({ ...alert, next_notify_at: now })),
  )

async function markReleased(
  tx: TransactionSql,
  released: readonly ReleasedHold[],
  now: Instant,
): Promise<void> {
  await tx`
    update silence_hold h set released_at = ${now}, release_at = null
    from unnest(${released.map((hold) => hold.alert_id)}::uuid[],
      ${released.map((hold) => hold.silence_id)}::uuid[]) as t (alert_id, silence_id)
    where h.alert_id = t.alert_id and h.silence_id = t.silence_id`
}

export interface SettleOptions {
  readonly limit: number
  readonly consoleUrl: string
}

/**
 * Settles the alerts whose silence has ended: what still fires and nothing else hides is told at
 * once. The telling and the end of the hold are one transaction, so it is told once, by whichever
 * worker comes first and however often one dies.
 */
export async function settleReleased(
  db: Database,
  { limit, consoleUrl }: SettleOptions,
): Promise<{ readonly taken: number; readonly more: boolean }> {
  return db.sql.begin(async (tx) => {
    const now = await readNowFrom(tx)
    const due = await tx<{ alert_id: string }[]>`
      select alert_id from silence_hold
      where release_at is not null and released_at is null
      order by release_at limit ${limit}`
    if (due.length === 0) return { taken: 0, more: false }
    const ids = [...new Set(due.map((row) => row.alert_id))]
    const alerts = await loadAlertsById(tx, ids)
    const released = await readReleased(tx, ids)
    const subjectOf = await readSubjects(tx, alerts)
    const inForce = await loadSilencesInForce(tx, now)
    const { heldOn, back, recovering } = sort(alerts, released, (alert) =>
      heldBy(subjectOf(alert), inForce),
    )
    await markReleased(tx, released, now)
    await recordHolds(tx, heldOn, now)
    await tellOfRelapse(tx, recovering, now)
    await tellOfReturn(tx, back, await readPolicyInForce(tx), consoleUrl)
    const topics: Topic[] = ['alerts', 'silences', ...ids.map((id): Topic => `alert:${id}`)]
    if (back.length > 0) topics.push('deliver', 'deliveries')
    await publishFrom(tx, topics)
    return { taken: released.length, more: due.length === limit }
  })
}
