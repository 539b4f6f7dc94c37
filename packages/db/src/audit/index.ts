export { foreignKeyIn } from './foreign-key.ts'
export type { KeptCheckpoint } from './read-checkpoints.ts'
export { type AuditVerdict, verifyAudit } from './verify-audit.ts'
