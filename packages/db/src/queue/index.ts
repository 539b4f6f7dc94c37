export { claimSource, type DueSource } from './collect/claim-source.ts'
export { recordCollection } from './collect/record-collection.ts'
export { type Claimed, type ClaimOptions, claimNotifications } from './deliver/claim.ts'
export { reapExpiredLeases } from './deliver/reap.ts'
export { type Attempt, settleNotification } from './deliver/settle.ts'
export { type EvaluateOptions, type EvaluateReport, evaluateDue } from './evaluate/evaluate-due.ts'
export { beat, type CycleReport, recordCycle, signOff, workerSilenceSeconds } from './heartbeat.ts'
export {
  type IngestOptions,
  type IngestResult,
  ingestSignals,
  type RejectedSignal,
} from './ingest/ingest.ts'
export { defaultRetention, type Retention, retireSignals } from './retire.ts'
