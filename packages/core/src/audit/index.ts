export { diff, type FieldChange } from './diff.ts'
export type { AuditDraft } from './draft.ts'
export { mask, masked } from './mask.ts'
export { targetOf } from './target-of.ts'
export {
  type AuditOperation,
  type AuditTarget,
  auditOperations,
  auditTargets,
  type RiskLevel,
  riskLevels,
} from './terms.ts'
