import type { ChannelId, DepartmentId, Instant, Locale } from '@highwater/core'
import type { PlanContext, ToldState } from '@highwater/core/notify'
import { heldBy } from '@highwater/core/silence'
import type { TransactionSql } from '../../client/connect.ts'
import { loadSilencesInForce } from '../silence/in-force.ts'

type Told = { alert_id: string; channel_id: string; told: ToldState }

/**
 * What the planning of notifications must know: the channels, and what each has heard of these
 * alerts. A channel's row is share-locked, so that none disappears before the outbox is written.
 */
export async function loadPlanContext(
  tx: TransactionSql,
  alertIds: readonly string[],
  now: Instant,
): Promise<PlanContext> {
  const inForce = await loadSilencesInForce(tx, now)
  const channels = await tx<{ id: ChannelId; enabled: boolean; department: DepartmentId | null }[]>`
    select id, enabled, department_id as department from channel
    where deleted_at is null order by id for key share`
  const rows = await tx<Told[]>`
    select alert_id, channel_id, case
        when bool_or(state in ('delivered', 'partial')) then 'delivered'
        when bool_or(state = 'sending') then 'in_flight'
        when bool_or(may_be_duplicate) then 'unknown'
        when bool_or(state in ('pending', 'retrying')) then 'unsent'
        when bool_or(state = 'failed') then 'failed'
        else 'nothing'
      end as told
    from notification
    where alert_id = any(${alertIds as string[]}::uuid[]) and channel_id is not null
    group by alert_id, channel_id`
  const told = new Map(rows.map((row) => [`${row.alert_id} ${row.channel_id}`, row.told]))
  return {
    channels,
    told: (alert, channel) => told.get(`${alert} ${channel}`) ?? 'nothing',
    heldBy: (subject) => heldBy(subject, inForce),
  }
}

/** The language of messages; per-subscription languages will take its place. */
export async function readMessageLocale(tx: TransactionSql): Promise<Locale> {
  const [row] = await tx<{ message_locale: Locale }[]>`select message_locale from installation`
  return row?.message_locale ?? 'zh-CN'
}
