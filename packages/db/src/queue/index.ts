export { type SealedCheckpoint, sealAudit } from '../audit/seal-audit.ts'
export { countSecretsByKey } from '../sealed/count-secrets.ts'
export { type ResealReport, resealSecrets } from '../sealed/reseal-secrets.ts'
export { catchUpChannels } from './channels/catch-up.ts'
export { cutOffChannels } from './channels/cut-off-channels.ts'
export { sendPastQuota } from './channels/past-quota.ts'
export { type QuotaUse, readQuotas } from './channels/quotas.ts'
export { watchChannels } from './channels/watch-channels.ts'
export { claimSource, type DueSource } from './collect/claim-source.ts'
export { recordCollection } from './collect/record-collection.ts'
export { completeAlerts } from './complete/complete-alerts.ts'
export {
  type Claimed,
  type ClaimOptions,
  claimNotifications,
  type Leased,
  leasedOf,
} from './deliver/claim.ts'
export type { SealedCluster } from './deliver/destination.ts'
export { giveUpLate } from './deliver/give-up-late.ts'
export { isHeldUp } from './deliver/is-held-up.ts'
export { noteTestTrace } from './deliver/note-trace.ts'
export { reapExpiredLeases } from './deliver/reap.ts'
export type { Attempt } from './deliver/record-attempts.ts'
export {
  forgetRemembered,
  giveUpSeeking,
  keepRemembered,
  readRemembered,
  type SealedMemory,
  seekRemembered,
} from './deliver/remembered.ts'
export { type Settlement, settleNotifications } from './deliver/settle.ts'
export { sendDueDigests } from './digest/send-digests.ts'
export { type EscalateOptions, escalateDue } from './escalate/escalate-due.ts'
export { createEvaluator } from './evaluate/evaluate-backlog.ts'
export { type EvaluateOptions, type EvaluateReport, evaluateDue } from './evaluate/evaluate-due.ts'
export { type EvaluationGap, readLastGap } from './gap/last-gap.ts'
export { noteEvaluationGap } from './gap/note-gap.ts'
export { type SearchOptions, type SearchReport, searchGaps } from './gap/search-gaps.ts'
export { beat, type CycleReport, recordCycle, signOff, workerSilenceSeconds } from './heartbeat.ts'
export { type HostReport, reportHost } from './hosts/report-host.ts'
export { createMachineSampler } from './hosts/sample-machine.ts'
export { watchHosts } from './hosts/watch-hosts.ts'
export type { IngestOptions, RejectedSignal } from './ingest/batch.ts'
export { type IngestResult, ingestSignals } from './ingest/ingest.ts'
export { keepOpen, openBeat } from './ingest/keep-open.ts'
export { wakeHeld } from './outbox/wake-held.ts'
export { readParameters } from './read-parameters.ts'
export { retireSignals } from './retire.ts'
export { retireAudit } from './retire-audit.ts'
export { retireHistory } from './roll-up/retire-history.ts'
export { type RollUpReport, rollUpHour } from './roll-up/roll-up.ts'
export { holdUnsent } from './silence/hold-unsent.ts'
export { remindOfEnds } from './silence/remind.ts'
export { type SettleOptions, settleReleased } from './silence/settle-released.ts'
export { type TurnReport, turnSilences } from './silence/turn-silences.ts'
