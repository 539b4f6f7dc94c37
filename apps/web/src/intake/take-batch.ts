import { parseInput } from '@highwater/core'
import type { Database } from '@highwater/db/client'
import { type IngestResult, ingestUnread } from '@highwater/db/ingest'
import { isJson, jsonFrom } from '../server/rest/json-from.ts'
import { mayWriteSignals } from './may-write.ts'
import type { SignalBatch } from './messages.ts'
import { signalBody } from './signal-body.ts'

/**
 * Reads the body and takes its signals in.
 * @throws AppError as every other operation does, of a body that is none
 */
export const takeBatch = (
  db: Database,
  { bytes, contentType, sender }: SignalBatch,
): Promise<IngestResult> =>
  ingestUnread(
    db,
    {
      bytes: isJson(contentType) ? bytes : null,
      parse: () => parseInput(signalBody, jsonFrom(bytes, contentType)).signals,
    },
    { origin: 'pushed', mayWrite: mayWriteSignals(sender) },
  )
