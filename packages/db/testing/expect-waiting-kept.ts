import type { Database } from '../src/client/index.ts'

/**
 * That `notification_waiting` says of every notification what it says itself, whoever moved it.
 * @throws Error that names some for which it does not
 */
export async function expectWaitingKept(db: Database): Promise<void> {
  const wrong = await db.sql<{ id: string; state: string | null }[]>`
    select coalesce(n.id, w.id) as id, n.state
    from (select * from notification where state in ('pending', 'retrying')) n
    full join notification_waiting w on w.id = n.id
    where (n.channel_id, n.test_id, n.alert_id, n.sequence, n.priority, n.next_attempt_at)
      is distinct from (w.channel_id, w.test_id, w.alert_id, w.sequence, w.priority, w.next_attempt_at)
    limit 5`
  if (wrong.length === 0) return
  const list = wrong.map(({ id, state }) => `${id} (${state ?? 'not waiting'})`).join(', ')
  throw new Error(`What waits and notification_waiting disagree over ${list}.`)
}
