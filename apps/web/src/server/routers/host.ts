import { removeHost } from '@highwater/db/commands'
import { listHosts } from '@highwater/db/queries'
import { changes, router, shows } from '../trpc.ts'

export const hostRouter = router({
  list: shows(listHosts),
  remove: changes(removeHost),
})
