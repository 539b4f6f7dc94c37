import type { Transaction } from '../../client/connect.ts'
import { sqlOf } from '../sql-of.ts'

/**
 * Writes on the channels of a kind what its switches say, and answers how many that changed. Whether a
 * channel fails is asked anew: what it has not sent is cancelled, and nothing is sent meanwhile. They are
 * locked in full: whoever is writing notifications for one has a share of its row, and is waited for.
 */
export async function applySwitches(tx: Transaction, kind: string): Promise<number> {
  const changed = await sqlOf(tx)`
    with switched as materialized (
      select c.id from channel c
      where c.kind = ${kind} and c.deleted_at is null and c.kind_allowed = exists (
        select from channel_kind_switch s
        where s.kind = c.kind and (s.department_id is null or s.department_id = c.department_id))
      order by c.id for update of c
    )
    update channel c set kind_allowed = not c.kind_allowed, failures = 0,
      failing_since = null, breaker_opened_at = null, probe_at = null, probes = 0,
      catch_up_since = null, due_at = now()
    from switched where c.id = switched.id`
  return changed.count
}
