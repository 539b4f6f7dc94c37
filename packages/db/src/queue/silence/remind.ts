import { type Instant, type SilenceId, toIso } from '@highwater/core'
import type { TimelineType } from '@highwater/core/alert'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom } from '../../client/topics.ts'

interface Ending {
  readonly id: SilenceId
  readonly name: string
  readonly span_until: Instant
}

/** Says on the timelines of the alerts that a silence hides that it is about to end. */
async function noteOnTimelines(tx: TransactionSql, ending: Ending, now: Instant): Promise<number> {
  const detail = { id: ending.id, name: ending.name, until: toIso(ending.span_until) }
  const noted = await tx`
    insert into alert_event (alert_id, at, type, level, detail)
    select a.id, ${now}, ${'silence_ending' satisfies TimelineType}, a.level, ${tx.json(detail)}
    from silence_hold h join alert a on a.id = h.alert_id
    where h.silence_id = ${ending.id} and h.released_at is null and a.closed_at is null
    returning alert_id`
  return noted.length
}

/**
 * Reminds of silences that are about to end. Their makers see it on the page Now for as long as the
 * silence hides something; the timelines of what it hides keep it.
 */
export async function remindOfEnds(db: Database): Promise<number> {
  return db.sql.begin(async (tx) => {
    const now = await readNowFrom(tx)
    // Changing no key, this lock stops nobody who only wants to know what is in force.
    const ending = await tx<Ending[]>`
      update silence set remind_at = null, next_change_at = span_until
      where next_change_at is not null and remind_at <= ${now} and span_until > ${now}
      returning id, name, span_until`
    for (const silence of ending) await noteOnTimelines(tx, silence, now)
    if (ending.length > 0) await publishFrom(tx, ['silences', 'alerts'])
    return ending.length
  })
}
