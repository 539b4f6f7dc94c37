export { diff, type FieldChange } from './diff.ts'
export type { AuditDraft } from './draft.ts'
export {
  type AuditFault,
  type AuditFaultKind,
  auditFault,
  auditFaultKinds,
  firstFault,
} from './fault.ts'
export { auditFieldNames, type NamedField, nameAuditField } from './field-names.ts'
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
