import type { Instant } from '@highwater/core'
import type { TransactionSql } from '../../client/connect.ts'
import { latencyOfKey } from './minute-figures.ts'

/** The longest latency that a minute keeps: 24 days, far beyond every threshold. */
const mostPerMinute = 2 ** 31 - 1

/**
 * Writes an hour's two rows per project from the table `minute_figure`. Rows stand in the order of
 * the projects, so that what reads a range of projects reads neighbouring pages.
 */
export async function writeHour(tx: TransactionSql, hour: Instant): Promise<number> {
  const { count } = await tx`
    insert into history_hour (project_id, hour_at, samples, first_at, last_at, max_ms, min_ms,
      last_ms, by_position)
    select f.project_id, ${hour}, f.samples, f.first_at, f.last_at,
      -- A position that was silent since an earlier hour grew until now.
      case when f.by_position and before.by_position then greatest(f.max_ms, before.last_ms
        + (date_part('epoch', f.first_at - before.last_at) * 1000)::bigint) else f.max_ms end,
      f.min_ms, ${latencyOfKey(tx, 'last_key')}, f.by_position
    from (
      select project_id, sum(samples)::int as samples, min(first_at) as first_at,
        max(last_at) as last_at, max(max_ms) as max_ms, min(min_ms) as min_ms,
        max(last_key) as last_key, bool_or(by_position) as by_position
      from minute_figure group by project_id
    ) as f
    left join lateral (
      select h.last_at, h.last_ms, h.by_position from history_hour h
      where f.by_position and h.project_id = f.project_id and h.hour_at < ${hour}
        and h.last_at is not null
      order by h.hour_at desc limit 1
    ) as before on true
    order by f.project_id`
  await tx`
    insert into history_minute (project_id, hour_at, max_ms, last_ms)
    select p.project_id, ${hour},
      array_agg(f.max_ms order by m.minute), array_agg(f.last_ms order by m.minute)
    from (select project_id from minute_figure group by project_id having sum(latencies) > 0) as p
    cross join generate_series(0, 59) as m (minute)
    left join (
      select project_id, minute, least(max_ms, ${mostPerMinute}::bigint)::int as max_ms,
        least(${latencyOfKey(tx, 'last_key')}, ${mostPerMinute}::bigint)::int as last_ms
      from minute_figure where latencies > 0
    ) as f on f.project_id = p.project_id and f.minute = m.minute
    group by p.project_id order by p.project_id`
  return count
}
