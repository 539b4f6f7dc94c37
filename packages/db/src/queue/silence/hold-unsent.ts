import type { Instant } from '@highwater/core'
import { heldBy } from '@highwater/core/silence'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom } from '../../client/topics.ts'
import { loadAlertsById } from '../load-alerts.ts'
import { notArrived, takeBack } from '../outbox/take-back.ts'
import { refreshSendingStatus } from '../outbox/write-notifications.ts'
import { holdInDigests, unsentDigests } from './hold-in-digests.ts'
import { loadSilencesInForce } from './in-force.ts'
import { type HoldOnAlert, recordHolds } from './record-holds.ts'
import { readSubjects } from './subject.ts'

/** Whether a silence has just begun, or was just made: `turnSilences` moves it on afterwards. */
async function hasBegun(tx: TransactionSql, now: Instant): Promise<boolean> {
  const rows = await tx`
    select from silence
    where next_change_at <= ${now} and span_from <= ${now} and span_until > ${now} limit 1`
  return rows.length > 0
}

const alertsWithUnsent = (tx: TransactionSql) => tx<{ id: string }[]>`
  select distinct a.id from notification_waiting w
  join notification n on n.id = w.id join alert a on a.id = n.alert_id
  where w.channel_id is not null and n.kind in ('firing', 'repeat') and a.closed_at is null
  union
  select a.id from delivery_claim claim
  cross join lateral unnest(claim.notification_ids) as taken (id)
  join notification n on n.id = taken.id and n.state = 'sending'
  join alert a on a.id = n.alert_id
  where n.kind in ('firing', 'repeat') and a.closed_at is null
  union
  select a.id from notification n join alert a on a.id = n.alert_id
  where n.digest_id in (${unsentDigests(tx)}) and a.closed_at is null`

async function suppress(tx: TransactionSql, holds: readonly HoldOnAlert[], now: Instant) {
  const chosen = tx`
    select n.id, 'suppressed', held.reason, held.detail
    from unnest(
      ${holds.map(({ alert }) => alert.id)}::uuid[], ${holds.map(({ reason }) => reason)}::text[],
      ${holds.map(({ silence }) => JSON.stringify(silence))}::text[]::jsonb[]
    ) as held (alert_id, reason, detail)
    join notification n on n.alert_id = held.alert_id and n.kind in ('firing', 'repeat')
    where n.state in ${tx.unsafe(notArrived)}`
  await takeBack(tx, chosen, now)
}

/**
 * Holds what was owed before a silence began and has not arrived yet, such as a message that a channel
 * keeps refusing, or an alert that a digest was to name. Answers how many alerts that concerns.
 */
export async function holdUnsent(
  db: Database,
  { consoleUrl }: { readonly consoleUrl: string },
): Promise<number> {
  return db.sql.begin(async (tx) => {
    const now = await readNowFrom(tx)
    if (!(await hasBegun(tx, now))) return 0
    const unsent = await alertsWithUnsent(tx)
    if (unsent.length === 0) return 0
    const alerts = await loadAlertsById(
      tx,
      unsent.map(({ id }) => id),
    )
    const subjectOf = await readSubjects(tx, alerts)
    const inForce = await loadSilencesInForce(tx, now)
    const holds = alerts.flatMap((alert): HoldOnAlert[] => {
      const held = heldBy(subjectOf(alert), inForce)
      return held === null ? [] : [{ alert, silence: held.detail, reason: held.reason }]
    })
    if (holds.length === 0) return 0
    await suppress(tx, holds, now)
    await holdInDigests(tx, holds, now, consoleUrl)
    await recordHolds(tx, holds, now)
    await refreshSendingStatus(
      tx,
      holds.map(({ alert }) => alert.id),
    )
    await publishFrom(tx, ['alerts', 'deliveries'])
    return holds.length
  })
}
