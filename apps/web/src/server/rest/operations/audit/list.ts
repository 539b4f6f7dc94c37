import { auditOperations, auditTargets, riskLevels } from '@highwater/core/audit'
import { listAuditEvents, listAuditEventsInput } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id, pageOf, time } from '../../wire.ts'

const auditEventAnswer = z
  .object({
    id: z.int(),
    at: time,
    actorType: z.enum(['user', 'token', 'system', 'anonymous']),
    actorId: z.string().nullable(),
    actorName: z.string(),
    actorRole: z.string().nullable(),
    departmentId: id.nullable(),
    target: z.enum(auditTargets),
    targetId: z.string().nullable(),
    targetName: z.string().nullable(),
    operation: z.enum(auditOperations),
    action: z.string(),
    risk: z.enum(riskLevels),
    result: z.enum(['succeeded', 'refused']),
    reason: z.string().nullable(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string(),
    changes: z
      .array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() }))
      .describe('Secrets are masked.'),
  })
  .meta({ id: 'AuditEvent' })

export const listAuditEventsOperation = defineOperation({
  method: 'GET',
  path: '/audit-events',
  id: 'listAuditEvents',
  tag: 'audit',
  summary: 'List the operation audit, newest first',
  access: 'audit.read',
  status: 200,
  query: listAuditEventsInput,
  answer: pageOf(auditEventAnswer),
  handle: ({ services, viewer, query }) => listAuditEvents(services.db, viewer, query),
})
