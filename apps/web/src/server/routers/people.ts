import { listAccounts, listDepartments } from '@highwater/db/queries'
import { reads, router, shows } from '../trpc.ts'

export const peopleRouter = router({
  departments: shows(listDepartments),
  accounts: reads(listAccounts),
})
