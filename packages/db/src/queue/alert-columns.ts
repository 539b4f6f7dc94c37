import type { AlertRow } from './alert-row.ts'

/** Type of each column that transitions may change, for arrays in set-based statements. */
export const mutableAlertColumns = {
  level: 'text',
  state: 'text',
  fires_at: 'timestamptz',
  fired_at: 'timestamptz',
  recovering_since: 'timestamptz',
  resolves_at: 'timestamptz',
  next_notify_at: 'timestamptz',
  closed_at: 'timestamptz',
  close_reason: 'text',
  observed_ms: 'bigint',
  threshold_ms: 'bigint',
  peak_ms: 'bigint',
  repeats: 'int',
  reopened: 'int',
  stale: 'boolean',
  detail: 'text',
  acknowledged_by: 'uuid',
  acknowledged_by_name: 'text',
  acknowledged_at: 'timestamptz',
  acknowledged_until: 'timestamptz',
  policy_version: 'int',
} as const satisfies Partial<Record<keyof AlertRow, string>>

/** The columns that are written once, when an alert is opened. */
export const openingAlertColumns = {
  id: 'uuid',
  project_id: 'uuid',
  source_id: 'uuid',
  department_id: 'uuid',
  subject: 'text',
  event: 'text',
  condition: 'text',
  severity: 'text',
  since: 'timestamptz',
  opened_at: 'timestamptz',
} as const satisfies Partial<Record<keyof AlertRow, string>>
