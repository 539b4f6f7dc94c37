import { verifyAuditChain } from '@highwater/db/commands'
import { getAuditEvent, listAuditEvents, readLastVerification } from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const auditRouter = router({
  list: reads(listAuditEvents),
  get: readsOne(getAuditEvent),
  lastVerification: shows(readLastVerification),
  verify: changes(verifyAuditChain),
})
