import type { Database } from '@highwater/db/client'

/**
 * The least that a database can do for the same outcome: one statement that judges what is due by a
 * threshold, opens the alerts, notes it in their timelines, queues a message each, and puts them off.
 */
export async function bareOpen(db: Database, due: number): Promise<number> {
  const started = performance.now()
  const { count } = await db.sql`
    with due as materialized (
      select project_id, latency_ms, latency_observed_at from project_state
      where due_at <= now() order by due_at for update skip locked
    ), judged as (
      select gen_random_uuid() as id, due.*, p.name, p.level, p.department_id,
        (policy.settings -> p.level ->> 'latencySeconds')::bigint * 1000 as threshold_ms
      from due join project p on p.id = due.project_id
      cross join (select settings from protection_policy order by version desc limit 1) as policy
      where due.latency_ms > (policy.settings -> p.level ->> 'latencySeconds')::bigint * 1000
    ), opened as (
      insert into alert (id, scope, event, condition, severity, project_id, department_id, subject,
        level, state, since, opened_at, fired_at, next_notify_at, observed_ms, threshold_ms, peak_ms,
        policy_version)
      select id, 'project', 'sync_delay', 'latency', 'warning', project_id, department_id, name, level,
        'firing', latency_observed_at, now(), now(), now() + interval '3 minutes', latency_ms,
        threshold_ms, latency_ms, 1
      from judged
      returning id, number, project_id, subject, observed_ms, threshold_ms, level, opened_at
    ), waits as (
      insert into alert_sending (alert_id, status, opened_at) select id, 'pending', opened_at from opened
    ), noted as (
      insert into alert_event (alert_id, at, type, observed_ms, threshold_ms, level, policy_version)
      select id, now(), 'fire', observed_ms, threshold_ms, level, 1 from opened
    ), told as (
      insert into notification (id, alert_id, channel_id, kind, state, message, locale, priority,
        next_attempt_at, deadline, created_at, dedupe_key)
      select gen_random_uuid(), o.id, c.id, 'firing', 'pending', jsonb_build_object('kind', 'firing',
          'shortId', 'A' || o.number, 'event', 'sync_delay', 'level', o.level, 'subject', o.subject,
          'observed', o.observed_ms, 'threshold', o.threshold_ms, 'sentFor', now()),
        'zh-CN', 1, now(), now() + interval '1 day', now(), o.id || ' ' || c.id || ' firing 0 0'
      from opened o cross join channel c where c.enabled and c.department_id is null
    )
    update project_state s set due_at = now() + interval '3 minutes', evaluated_at = now(),
      open_alerts = s.open_alerts + 1, version = s.version + 1
    from opened where s.project_id = opened.project_id`
  const duration = performance.now() - started
  if (count !== due) throw new Error(`${count} of ${due} alerts were opened.`)
  return duration
}

/** The same for alerts that are over. */
export async function bareClose(db: Database, due: number): Promise<number> {
  const started = performance.now()
  const { count } = await db.sql`
    with due as materialized (
      select project_id, latency_ms from project_state
      where due_at <= now() order by due_at for update skip locked
    ), closed as (
      update alert a set state = 'closed', closed_at = now(), close_reason = 'recovered',
        next_notify_at = null
      from due where a.project_id = due.project_id and a.closed_at is null
        and due.latency_ms <= a.threshold_ms
      returning a.id, a.number, a.project_id, a.subject, a.observed_ms, a.threshold_ms, a.level
    ), told_of as (
      update alert_sending s set closed_at = now() from closed where s.alert_id = closed.id
    ), noted as (
      insert into alert_event (alert_id, at, type, reason, observed_ms, threshold_ms, level,
        policy_version)
      select id, now(), 'close', 'recovered', observed_ms, threshold_ms, level, 1 from closed
    ), told as (
      insert into notification (id, alert_id, channel_id, kind, state, message, locale, priority,
        next_attempt_at, deadline, created_at, dedupe_key)
      select gen_random_uuid(), n.alert_id, n.channel_id, 'resolved', 'pending',
        jsonb_build_object('kind', 'resolved', 'shortId', 'A' || c.number, 'event', 'sync_delay',
          'level', c.level, 'subject', c.subject, 'observed', c.observed_ms, 'threshold',
          c.threshold_ms, 'sentFor', now()),
        'zh-CN', 3, now(), now() + interval '1 day', now(), n.alert_id || ' ' || n.channel_id || ' resolved 0 0'
      from closed c join notification n on n.alert_id = c.id and n.state = 'delivered'
    )
    update project_state s set due_at = null, evaluated_at = now(),
      open_alerts = s.open_alerts - 1, version = s.version + 1
    from closed where s.project_id = closed.project_id`
  const duration = performance.now() - started
  if (count !== due) throw new Error(`${count} of ${due} alerts were closed.`)
  return duration
}
