import { between, type Instant, toIso } from '@highwater/core'
import { eventOf } from '@highwater/core/alert'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { messageProjectOf } from '../evaluate/news.ts'
import { type TimelineEntry, writeTimeline } from '../evaluate/timeline.ts'
import { openingAlert } from '../opening-alert.ts'
import type { Telling } from '../outbox/tell.ts'
import { insertAlerts } from '../store-alerts.ts'
import type { Missed } from './find-missed.ts'
import type { GapSearch } from './take-search.ts'

/** The alert that a missed episode would have been; it says how much later it was found. */
function alertOf({ project, episode }: Missed, policy: PolicyInForce): AlertRow {
  const { openedAt, closedAt, closeReason, condition, since, peak, threshold, message } = episode
  return openingAlert({
    project_id: project.id,
    department_id: project.department_id,
    subject: project.name,
    event: eventOf(condition, project.kind),
    condition,
    level: project.level,
    since,
    detail: message,
    policy_version: policy.version,
    now: openedAt,
    observed: peak,
    threshold,
    state: 'closed',
    fired_at: openedAt,
    closed_at: closedAt,
    close_reason: closeReason,
    detected_late_ms: between(openedAt, policy.now),
  })
}

/**
 * Which of these alerts are news: not those that share a moment with another alert of the same event.
 * So a search that begins anew finds nothing twice, and what evaluation opened stays its own.
 */
async function unknownAmong(tx: TransactionSql, alerts: readonly AlertRow[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select t.id from unnest(
      ${alerts.map(({ id }) => id)}::uuid[], ${alerts.map((alert) => alert.project_id)}::uuid[],
      ${alerts.map(({ event }) => event)}::text[], ${alerts.map(({ since }) => since)}::timestamptz[],
      ${alerts.map((alert) => alert.closed_at)}::timestamptz[]
    ) as t (id, project_id, event, since, closed_at)
    where not exists (
      select from alert known
      where known.project_id = t.project_id and known.event = t.event
        and known.since <= t.closed_at and (known.closed_at is null or known.closed_at >= t.since))`
  return new Set(rows.map(({ id }) => id))
}

function entriesOf(alert: AlertRow, { episode }: Missed, search: GapSearch, foundAt: Instant) {
  const detail = { foundAt: toIso(foundAt) }
  const opening = { ...alert, observed_ms: episode.observed }
  const found = { from: toIso(search.from), until: toIso(search.to) }
  return [
    { alert: opening, type: 'fire', reason: null, at: episode.openedAt, detail },
    { alert, type: 'close', reason: alert.close_reason, at: episode.closedAt, detail },
    { alert, type: 'found_after_gap', reason: null, detail: found },
  ] satisfies TimelineEntry[]
}

/** Writes down what was missed as alerts that are over. Answers what there is to tell. */
export async function writeMissed(
  tx: TransactionSql,
  search: GapSearch,
  all: readonly Missed[],
  policy: PolicyInForce,
): Promise<Telling[]> {
  const found = all.map((missed) => ({ missed, alert: alertOf(missed, policy) }))
  const unknown = await unknownAmong(
    tx,
    found.map(({ alert }) => alert),
  )
  const news = found.filter(({ alert }) => unknown.has(alert.id))
  const numbers = await insertAlerts(
    tx,
    news.map(({ alert }) => alert),
  )
  await writeTimeline(
    tx,
    news.flatMap(({ missed, alert }) => entriesOf(alert, missed, search, policy.now)),
    policy.now,
  )
  return news.flatMap(({ missed: { project, episode }, alert }): Telling[] => {
    const { id, level, department_id: department, close_reason: closeReason } = alert
    const number = numbers.get(id)
    if (number === undefined || level === 'none') return []
    return [
      {
        news: {
          alert: id,
          kind: 'firing',
          department,
          note: null,
          closeReason,
          lived: { from: episode.openedAt, until: episode.closedAt },
        },
        alert,
        number,
        project: messageProjectOf(project),
        frequencyMinutes: policy.settings[level].frequencyMinutes,
      },
    ]
  })
}
