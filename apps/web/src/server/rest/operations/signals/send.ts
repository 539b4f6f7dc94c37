import { rejectionCodes } from '@highwater/db/ingest'
import { z } from 'zod'
import { largestBatch } from '../../../../intake/largest-batch.ts'
import { signalBody } from '../../../../intake/signal-body.ts'
import { readBytes, withinLimit } from '../../../bounded-request.ts'
import type { Operation } from '../../define-operation.ts'
import { readQuery } from '../../read-query.ts'

const answer = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  late: z.int(),
  rejected: z.array(
    z.object({
      index: z.int(),
      code: z.enum(rejectionCodes),
      message: z.string(),
    }),
  ),
})

/** The one operation that does not read its own body: `intake` does, apart from all others. */
export const sendSignalsOperation: Operation = {
  method: 'POST',
  path: '/signals',
  id: 'sendSignals',
  tag: 'signals',
  summary: 'Send what projects are doing, up to 1,000 signals at once; each is judged by itself',
  access: 'signal.write',
  status: 202,
  bodyLimit: largestBatch,
  query: null,
  body: signalBody,
  answer,
  async run({ request, gathered, url, services, context }) {
    readQuery(url, undefined)
    const result = await services.intake.take({
      bytes:
        gathered === null
          ? await readBytes(request, largestBatch)
          : withinLimit(gathered, largestBatch),
      contentType: request.headers.get('content-type'),
      sender: context.actor,
    })
    const { signals } = services.metrics
    signals.inc({ result: 'accepted' }, result.accepted)
    signals.inc({ result: 'duplicate' }, result.duplicates)
    signals.inc({ result: 'late' }, result.late)
    signals.inc({ result: 'rejected' }, result.rejected.length)
    return result
  },
}
