import type { AuditOperation, AuditTarget, RiskLevel } from './terms.ts'

/** What a command says of its change. Who, when and from where are added by the wrapper. */
export interface AuditDraft {
  readonly target: AuditTarget
  readonly targetId: string | null
  readonly targetName: string | null
  readonly operation: AuditOperation
  readonly risk: RiskLevel
  /** The thing as it was and as it is, secrets masked; null before a creation or after a deletion. */
  readonly before: unknown
  readonly after: unknown
}
