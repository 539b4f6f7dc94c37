import { alertFilter } from '../../queries/alert/list.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'

/** An export takes data out of the house: the audit keeps who took what (I8). */
export const noteAlertExport = defineCommand({
  action: 'alert.export',
  input: alertFilter,
  load: async () => null,
  resource: () => ({}),
  change: async (_tx, _facts, filter) => ({
    result: null,
    audit: [auditOf('alert.export', null, { after: { filter } })],
    topics: [],
  }),
})
