/** What an audited operation was about. */
export const auditTargets = [
  'sign_in',
  'account',
  'project',
  'protection_level',
  'channel',
  'alert',
  'notification',
  'token',
  'source',
  'installation',
  'silence',
  'subscription',
  'alert_group',
  'department',
  'message_template',
  'channel_kind',
  'ocp_cluster',
  'host',
  'tag',
  'parameter',
  'audit',
] as const
export type AuditTarget = (typeof auditTargets)[number]

/** What was done; OMS's operation types. */
export const auditOperations = [
  'creation',
  'deletion',
  'modification',
  'access',
  'start',
  'stop',
  'login',
  'logoff',
  'others',
] as const
export type AuditOperation = (typeof auditOperations)[number]

/** How much it matters; OMS's risk levels, gravest first. */
export const riskLevels = ['urgent', 'critical', 'moderate', 'low'] as const
export type RiskLevel = (typeof riskLevels)[number]
