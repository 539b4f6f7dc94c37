import { setMessageLocale } from '@highwater/db/commands'
import { readInstallation, readSystem } from '@highwater/db/queries'
import { changes, router, shows } from '../trpc.ts'

export const systemRouter = router({
  page: shows(readSystem),
  installation: shows(readInstallation),
  setMessageLocale: changes(setMessageLocale),
})
