import { auditFaultKinds } from '@highwater/core/audit'
import { verifyAuditChain } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { time } from '../../wire.ts'

const checkpoint = z.strictObject({ number: z.int().min(1), seal: z.string().max(100) })

const verdictAnswer = z
  .object({
    isIntact: z.boolean(),
    at: time.describe('The moment whose state was checked.'),
    checked: z.int().describe('Entries of the chain that were read.'),
    older: z.int().describe('Entries that are older than the chain and not protected.'),
    fault: z
      .object({
        kind: z.enum(auditFaultKinds),
        eventId: z.int().nullable().describe('The first bad entry, or the one after a gap.'),
        afterId: z.int().nullable().describe('The last good entry before a gap.'),
        count: z.int().nullable().describe('How many entries are missing.'),
        checkpoint: z.int().nullable(),
        key: z.string().nullable().describe('The id of a key that HIGHWATER_SECRET lacks.'),
      })
      .nullable()
      .describe('The first fault.'),
    checkpoint: checkpoint
      .nullable()
      .describe('The newest checkpoint. Keep it elsewhere and send it later.'),
  })
  .meta({ id: 'AuditVerdict' })

export const verifyAuditEventsOperation = defineOperation({
  method: 'POST',
  path: '/audit-events/verify',
  id: 'verifyAuditEvents',
  tag: 'audit',
  summary: 'Verify every entry of the operation audit, and that a kept checkpoint is still there',
  access: 'audit.verify',
  status: 200,
  body: z.strictObject({ checkpoint: checkpoint.optional() }),
  answer: verdictAnswer,
  handle: ({ context, body }) => verifyAuditChain(context, body),
})
