import {
  resetProtectionLevels,
  restoreProtectionLevels,
  updateProtectionLevels,
} from '@highwater/db/commands'
import {
  countProjectsByLevel,
  getPolicyVersion,
  listPolicyVersions,
  readProtectionLevels,
} from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const policyRouter = router({
  levels: shows(readProtectionLevels),
  versions: reads(listPolicyVersions),
  version: readsOne(getPolicyVersion),
  projects: shows(countProjectsByLevel),
  update: changes(updateProtectionLevels),
  restore: changes(restoreProtectionLevels),
  reset: changes(resetProtectionLevels),
})
