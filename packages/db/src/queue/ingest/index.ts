export { type IngestOptions, type RejectedSignal, rejectionCodes } from './batch.ts'
export { type IngestResult, ingestSignals, ingestUnread } from './ingest.ts'
export { keepOpen, openBeat } from './keep-open.ts'
