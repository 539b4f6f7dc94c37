import type { Instant } from '@highwater/core'
import { contains, type SilenceInForce, type Span, spanOf } from '@highwater/core/silence'
import type { TransactionSql } from '../../client/connect.ts'
import { type SilenceRow, scopeOfRow, silenceColumns } from './silence-row.ts'

/** The stored stretch, or the one after it where no worker has moved the silence on yet. */
function presentSpan(row: SilenceRow, now: Instant): Span | null {
  if (row.span_from === null || row.span_until === null) return null
  if (now < row.span_until) return { from: row.span_from, until: row.span_until }
  return spanOf(row.schedule, now)
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
