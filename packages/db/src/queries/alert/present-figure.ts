import type { Millis } from '@highwater/core'
import { sql } from 'drizzle-orm'
import { alert, projectState } from '../../schema/index.ts'

/**
 * How far behind a project is by now while its alert is open: a signal that changes nothing else is not
 * judged, so that the alert itself keeps the figure of which people were told last. Of all other alerts
 * that figure.
 */
export const presentFigure = sql<Millis | null>`coalesce(
  case when ${alert.closedAt} is null and ${alert.event} in ('sync_delay', 'migration_delay') then (
    select coalesce(s.latency_ms, case when s.position_at is not null then
      greatest(0, round(extract(epoch from now() - s.position_at) * 1000))::bigint end)
    from ${projectState} s where s.project_id = ${alert.projectId}) end,
  ${alert.observedMs})`.mapWith(alert.observedMs)
