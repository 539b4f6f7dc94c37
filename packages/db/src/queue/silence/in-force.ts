import type { Instant } from '@highwater/core'
import {
  contains,
  type RememberedSilence,
  type SilenceInForce,
  type Span,
  spanOf,
} from '@highwater/core/silence'
import type { TransactionSql } from '../../client/connect.ts'
import { type SilenceRow, scopeOfRow, silenceColumns } from './silence-row.ts'

/** The stored stretch, or the one after it where no worker has moved the silence on yet. */
function presentSpan(row: SilenceRow, now: Instant): Span | null {
  if (row.span_from === null || row.span_until === null) return null
  if (now < row.span_until) return { from: row.span_from, until: row.span_until }
  return spanOf(row.schedule, now)
}

/** What held messages back at some time of this span, whatever has become of it since. */
export async function loadSilencesOf(tx: TransactionSql, span: Span): Promise<RememberedSilence[]> {
  const rows = await tx<(SilenceRow & { created_at: Instant; ended_at: Instant | null })[]>`
    select ${tx.unsafe(silenceColumns)}, created_at, ended_at from silence
    where created_at <= ${span.until} and (ended_at is null or ended_at > ${span.from})
    order by id`
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    scope: scopeOfRow(row),
    schedule: row.schedule,
    madeAt: row.created_at,
    endedAt: row.ended_at,
  }))
}

/**
 * What holds messages back right now. The rows are share-locked: whoever ends a silence waits until
 * what it has held is written down, and so finds it when it says who must hear now.
 */
export async function loadSilencesInForce(
  tx: TransactionSql,
  now: Instant,
): Promise<SilenceInForce[]> {
  const rows = await tx<SilenceRow[]>`
    select ${tx.unsafe(silenceColumns)} from silence
    where next_change_at is not null and span_from <= ${now}
    order by id
    for key share`
  return rows.flatMap((row) => {
    const span = presentSpan(row, now)
    if (span === null || !contains(span, now)) return []
    const { id, kind, name } = row
    return [{ id, kind, name, scope: scopeOfRow(row), until: span.until }]
  })
}
