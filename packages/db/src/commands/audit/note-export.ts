import { z } from 'zod'
import { auditFilterFields } from '../../queries/audit/list.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'

/** An export takes data out of the house: the audit keeps who took what (I8). */
export const noteAuditExport = defineCommand({
  action: 'audit.export',
  input: z.strictObject({ ...auditFilterFields, format: z.enum(['csv', 'json']) }),
  load: async () => null,
  resource: () => ({}),
  change: async (_tx, _facts, { format, ...filter }) => ({
    result: null,
    audit: [auditOf('audit.export', null, { after: { format, filter } })],
    topics: [],
  }),
})
