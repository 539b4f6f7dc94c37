import type { ProjectKind } from '../project/kind.ts'

/** What an evaluation can find wrong with a project. */
export const conditions = [
  'latency',
  'interruption',
  'no_signal',
  'paused_too_long',
  'status_inconsistent',
  'clock_skew',
] as const
export type Condition = (typeof conditions)[number]

/** Everything an alert can be about. Names that OMS has are kept, so that people recognise them. */
export const alertEvents = [
  'sync_delay',
  'migration_delay',
  'sync_failed',
  'migration_failed',
  'no_signal',
  'paused_too_long',
  'sync_status_inconsistent',
  'host_down',
  'host_down_migrate_resource',
  'host_threshold',
  'source_down',
  'channel_down',
  'clock_skew',
  'evaluation_gap',
] as const
export type AlertEvent = (typeof alertEvents)[number]

/** The two lists of alerts (A14): what happens on a host stands among the system's. */
export const alertScopes = ['project', 'system'] as const
export type AlertScope = (typeof alertScopes)[number]

/** What an event happens to. */
export type EventSubject = 'project' | 'host' | 'system'

export const scopeOf = (event: AlertEvent): AlertScope =>
  alertEventFacts[event].subject === 'project' ? 'project' : 'system'
export type Severity = 'critical' | 'warning' | 'info'

export interface AlertEventFacts {
  readonly subject: EventSubject
  readonly condition: Condition | null
  readonly severity: Severity
  /** The name under which OMS raises the same alert. */
  readonly omsName: string | null
}

export const alertEventFacts = {
  sync_delay: {
    subject: 'project',
    condition: 'latency',
    severity: 'warning',
    omsName: 'oms_sync_delay',
  },
  migration_delay: {
    subject: 'project',
    condition: 'latency',
    severity: 'warning',
    omsName: 'oms_migration_delay',
  },
  sync_failed: {
    subject: 'project',
    condition: 'interruption',
    severity: 'critical',
    omsName: 'oms_sync_failed',
  },
  migration_failed: {
    subject: 'project',
    condition: 'interruption',
    severity: 'critical',
    omsName: 'oms_migration_failed',
  },
  no_signal: { subject: 'project', condition: 'no_signal', severity: 'warning', omsName: null },
  paused_too_long: {
    subject: 'project',
    condition: 'paused_too_long',
    severity: 'info',
    omsName: null,
  },
  sync_status_inconsistent: {
    subject: 'project',
    condition: 'status_inconsistent',
    severity: 'warning',
    omsName: 'oms_sync_status_inconsistent',
  },
  host_down: { subject: 'host', condition: null, severity: 'critical', omsName: 'oms_host_down' },
  host_down_migrate_resource: {
    subject: 'host',
    condition: null,
    severity: 'info',
    omsName: 'oms_host_down_migrate_resource',
  },
  host_threshold: {
    subject: 'host',
    condition: null,
    severity: 'warning',
    omsName: 'oms_host_threshold',
  },
  source_down: { subject: 'system', condition: null, severity: 'critical', omsName: null },
  channel_down: { subject: 'system', condition: null, severity: 'critical', omsName: null },
  clock_skew: { subject: 'system', condition: 'clock_skew', severity: 'warning', omsName: null },
  evaluation_gap: { subject: 'system', condition: null, severity: 'warning', omsName: null },
} as const satisfies Record<AlertEvent, AlertEventFacts>

/** The alert event that a condition of a project of this kind raises. */
export function eventOf(condition: Condition, kind: ProjectKind): AlertEvent {
  switch (condition) {
    case 'latency':
      return kind === 'migration' ? 'migration_delay' : 'sync_delay'
    case 'interruption':
      return kind === 'migration' ? 'migration_failed' : 'sync_failed'
    case 'no_signal':
    case 'paused_too_long':
    case 'clock_skew':
      return condition
    case 'status_inconsistent':
      return 'sync_status_inconsistent'
  }
}
