import { signalInput, signalLimits } from '@highwater/core/project'
import { ingestSignals, rejectionCodes } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { mayWriteSignals } from './may-write.ts'

const largestBatch = 4 * 1_024 * 1_024

export const sendSignalsOperation = defineOperation({
  method: 'POST',
  path: '/signals',
  id: 'sendSignals',
  tag: 'signals',
  summary: 'Send what projects are doing, up to 1,000 signals at once; each is judged by itself',
  access: 'signal.write',
  status: 202,
  bodyLimit: largestBatch,
  body: z.strictObject({
    // The items are judged one by one further in: a bad one spoils no other.
    signals: z
      .array(z.unknown().meta({ ...z.toJSONSchema(signalInput, { io: 'input' }) }))
      .max(signalLimits.batch, `Send at most ${signalLimits.batch} signals at once.`),
  }),
  answer: z.object({
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
  }),
  async handle({ services, viewer, body }) {
    const result = await ingestSignals(services.db, body.signals, {
      origin: 'pushed',
      mayWrite: mayWriteSignals(viewer),
    })
    const { signals } = services.metrics
    signals.inc({ result: 'accepted' }, result.accepted)
    signals.inc({ result: 'duplicate' }, result.duplicates)
    signals.inc({ result: 'late' }, result.late)
    signals.inc({ result: 'rejected' }, result.rejected.length)
    return result
  },
})
