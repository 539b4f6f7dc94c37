import type { ProjectKind } from '../project/kind.ts'

/** What an evaluation can find wrong with a project. */
export const conditions = ['latency', 'interruption', 'no_signal', 'paused_too_long'] as const
export type Condition = (typeof conditions)[number]

/** Everything an alert can be about. Names that OMS has are kept, so that people recognise them. */
export const alertEvents = [
  'sync_delay',
  'migration_delay',
  'sync_failed',
  'migration_failed',
  'no_signal',
  'paused_too_long',
  'source_down',
] as const
export type AlertEvent = (typeof alertEvents)[number]

export type AlertScope = 'project' | 'system'
export type Severity = 'critical' | 'warning' | 'info'

export interface AlertEventFacts {
  readonly scope: AlertScope
  readonly condition: Condition | null
  readonly severity: Severity
  /** The name under which OMS raises the same alert. */
  readonly omsName: string | null
}

export const alertEventFacts = {
  sync_delay: {
    scope: 'project',
    condition: 'latency',
    severity: 'warning',
    omsName: 'oms_sync_delay',
  },
  migration_delay: {
    scope: 'project',
    condition: 'latency',
    severity: 'warning',
    omsName: 'oms_migration_delay',
  },
  sync_failed: {
    scope: 'project',
    condition: 'interruption',
    severity: 'critical',
    omsName: 'oms_sync_failed',
  },
  migration_failed: {
    scope: 'project',
    condition: 'interruption',
    severity: 'critical',
    omsName: 'oms_migration_failed',
  },
  no_signal: { scope: 'project', condition: 'no_signal', severity: 'warning', omsName: null },
  paused_too_long: {
    scope: 'project',
    condition: 'paused_too_long',
    severity: 'info',
    omsName: null,
  },
  source_down: { scope: 'system', condition: null, severity: 'critical', omsName: null },
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
      return condition
  }
}
