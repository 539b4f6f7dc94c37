import type { Database } from '@highwater/db/client'

/** The channel that hears of it all; nothing is ever sent. */
export async function addChannel(db: Database): Promise<void> {
  await db.sql`
    insert into channel (id, name, kind, config, sealed_secrets, secret_names, enabled, budget_key,
      fingerprint, created_at)
    values (gen_random_uuid(), 'robot', 'dingtalk', '{}', '', '{}', true, 'robot', 'robot', now())`
}

/** Takes every alert away, so that each round starts with the same tables. */
export async function clearAlerts(db: Database): Promise<void> {
  await db.sql.begin(async (tx) => {
    // Timelines are append-only, but for whoever empties the whole database.
    await tx`set local session_replication_role = replica`
    await tx`truncate alert, digest, subscription_flow cascade`
  })
  await db.sql`update project_state set open_alerts = 0, due_at = now() + interval '2 hours'
    where open_alerts > 0 or due_at <= now()`
}

/** So many projects fall behind and are due. */
export async function breach(db: Database, count: number): Promise<void> {
  await db.sql`
    update project_state set latency_ms = 90000, latency_observed_at = now(), last_signal_at = now(),
      due_at = now()
    where project_id in (select project_id from project_state order by random() limit ${count})`
  await db.sql`analyze project_state`
}

/** Every project with an alert has been good for longer than an alert is held. */
export const recover = (db: Database) =>
  db.sql`update project_state set latency_ms = 0, last_signal_at = now() - interval '125 minutes',
    due_at = now() where open_alerts > 0`

/** As if the channels had taken everything, and the database had got to know its tables meanwhile. */
export async function settleMessages(db: Database): Promise<void> {
  await db.sql`update notification set state = 'delivered', next_attempt_at = null, settled_at = now()
    where state = 'pending'`
  await db.sql`vacuum analyze alert`
  await db.sql`vacuum analyze alert_event`
  await db.sql`vacuum analyze notification`
}
