import { earliest, type Instant } from '@highwater/core'
import type { Parameters } from '@highwater/core/parameters'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom } from '../../client/topics.ts'
import { readParameters } from '../read-parameters.ts'
import { releaseHolds } from './release.ts'
import { type SilenceRow, silenceColumns } from './silence-row.ts'
import { type SilenceStanding, standingAt } from './standing.ts'

export interface TurnReport {
  readonly taken: number
  readonly more: boolean
}

const isOver = (row: SilenceRow, now: Instant): boolean =>
  row.span_until === null || row.span_until <= now

/** A stretch that has just begun needs looking at when it ends, or when its end is near. */
function standingOf(row: SilenceRow, now: Instant, parameters: Parameters): SilenceStanding {
  if (isOver(row, now)) return standingAt(row.schedule, now, parameters)
  const { span_from: spanFrom, span_until: spanUntil, remind_at: remindAt } = row
  return { spanFrom, spanUntil, remindAt, nextChangeAt: earliest(spanUntil, remindAt) }
}

async function storeStandings(
  tx: TransactionSql,
  rows: readonly { readonly row: SilenceRow; readonly standing: SilenceStanding }[],
  now: Instant,
): Promise<void> {
  const column = (read: (standing: SilenceStanding) => Instant | null) =>
    rows.map(({ standing }) => read(standing))
  await tx`
    update silence s set span_from = t.span_from, span_until = t.span_until,
      remind_at = t.remind_at, next_change_at = t.next_change_at,
      ended_at = case when t.next_change_at is null then coalesce(s.span_until, ${now}) end,
      end_reason = case when t.next_change_at is null then 'expired' end
    from unnest(
      ${rows.map(({ row }) => row.id)}::uuid[],
      ${column((standing) => standing.spanFrom)}::timestamptz[],
      ${column((standing) => standing.spanUntil)}::timestamptz[],
      ${column((standing) => standing.remindAt)}::timestamptz[],
      ${column((standing) => standing.nextChangeAt)}::timestamptz[]
    ) as t (id, span_from, span_until, remind_at, next_change_at)
    where s.id = t.id`
}

/**
 * Moves on the silences of which a stretch has begun or ended, at most `limit`. What a stretch has
 * hidden is left to `settleReleased`: here no alert is locked, so nobody waits in a circle.
 */
export async function turnSilences(db: Database, limit: number): Promise<TurnReport> {
  return db.sql.begin(async (tx) => {
    const now = await readNowFrom(tx)
    const rows = await tx<SilenceRow[]>`
      select ${tx.unsafe(silenceColumns)} from silence
      where id in (select id from silence where next_change_at <= ${now} limit ${limit})
        and next_change_at <= ${now}
      order by id
      for update`
    if (rows.length === 0) return { taken: 0, more: false }
    const parameters = await readParameters(tx)
    const turned = rows.map((row) => ({ row, standing: standingOf(row, now, parameters) }))
    await storeStandings(tx, turned, now)
    const ended = rows.filter((row) => isOver(row, now)).map(({ id }) => id)
    await releaseHolds(tx, ended, now)
    await publishFrom(tx, ['silences', 'alerts'])
    return { taken: rows.length, more: rows.length === limit }
  })
}
