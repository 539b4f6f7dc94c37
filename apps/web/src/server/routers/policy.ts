import { updateProtectionLevels } from '@highwater/db/commands'
import { listPolicyVersions, readProtectionLevels } from '@highwater/db/queries'
import { changes, reads, router, shows } from '../trpc.ts'

export const policyRouter = router({
  levels: shows(readProtectionLevels),
  versions: reads(listPolicyVersions),
  update: changes(updateProtectionLevels),
})
