import { updateProtectionLevels } from '@highwater/db/commands'
import {
  countProjectsByLevel,
  listPolicyVersions,
  readProtectionLevels,
} from '@highwater/db/queries'
import { changes, reads, router, shows } from '../trpc.ts'

export const policyRouter = router({
  levels: shows(readProtectionLevels),
  versions: reads(listPolicyVersions),
  projects: shows(countProjectsByLevel),
  update: changes(updateProtectionLevels),
})
