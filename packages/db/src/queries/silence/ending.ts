import type { Instant, SilenceId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { longSilence } from '@highwater/core/silence'
import { sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'

/** A long silence of the viewer's that ends soon while it hides something. */
export interface EndingSilence {
  readonly id: SilenceId
  readonly name: string
  readonly until: Instant
  readonly hiding: number
}

interface EndingRow extends Record<string, unknown> {
  readonly id: SilenceId
  readonly name: string
  readonly until: Instant
  readonly hiding: number
}

/** Of which silences the viewer must be reminded now. `remindAt` is null once that was due. */
export async function readEndingSilences(db: Database, viewer: Actor): Promise<EndingSilence[]> {
  if (viewer.type !== 'user') return []
  const rows = await db.orm.execute<EndingRow>(sql`
    select s.id, s.name, s.span_until as until, held.hiding
    from silence s cross join lateral (
      select count(*)::int as hiding from silence_hold h join alert a on a.id = h.alert_id
      where h.silence_id = s.id and h.released_at is null and a.closed_at is null
    ) held
    where s.created_by = ${viewer.id} and s.next_change_at is not null and s.kind = 'silence'
      and s.span_until - s.span_from > ${`${longSilence} milliseconds`}::interval
      and (s.remind_at is null or s.remind_at <= now())
      and s.span_from <= now() and now() < s.span_until and held.hiding > 0
    order by s.span_until`)
  return rows.map(({ id, name, until, hiding }) => ({ id, name, until, hiding }))
}
