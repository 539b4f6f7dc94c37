export { type IngestOptions, type RejectedSignal, rejectionCodes } from './batch.ts'
export { type IngestResult, ingestRead, ingestSignals } from './ingest.ts'
export { keepOpen, openBeat } from './keep-open.ts'
