import { createToken, revokeToken } from '@highwater/db/commands'
import { listTokens } from '@highwater/db/queries'
import { changes, reads, router } from '../trpc.ts'

export const tokenRouter = router({
  list: reads(listTokens),
  create: changes(createToken),
  revoke: changes(revokeToken),
})
