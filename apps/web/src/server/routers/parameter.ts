import { resetParameters, updateParameters } from '@highwater/db/commands'
import { listParameters } from '@highwater/db/queries'
import { changes, router, shows } from '../trpc.ts'

export const parameterRouter = router({
  list: shows(listParameters),
  update: changes(updateParameters),
  reset: changes(resetParameters),
})
