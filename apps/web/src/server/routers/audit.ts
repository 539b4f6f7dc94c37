import { getAuditEvent, listAuditEvents } from '@highwater/db/queries'
import { reads, readsOne, router } from '../trpc.ts'

export const auditRouter = router({
  list: reads(listAuditEvents),
  get: readsOne(getAuditEvent),
})
