import type { Database } from '../../client/connect.ts'
import { monthStart } from '../outbox/load-channels.ts'

/** How much of its provider's monthly quota a channel has been sent. */
export interface QuotaUse {
  readonly channel: string
  readonly quota: number
  readonly sent: number
}

/** The channels whose providers count messages by the month. */
export const readQuotas = ({ sql }: Database): Promise<QuotaUse[]> => sql<QuotaUse[]>`
  select c.name as channel, c.monthly_quota as quota,
    case when b.month_start = ${monthStart(sql)} then b.month_sent else 0 end as sent
  from channel c left join channel_bucket b on b.key = c.budget_key
  where c.monthly_quota is not null and c.deleted_at is null order by c.name`
