import {
  resetProtectionLevels,
  restoreProtectionLevels,
  type setProjectLevelsInput,
  updateProtectionLevels,
} from '@highwater/db/commands'
import {
  countProjectsByLevel,
  getPolicyVersion,
  listPolicyVersions,
  previewLevelChange,
  previewLevels,
  type previewLevelsInput,
  readProtectionLevels,
} from '@highwater/db/queries'
import { z } from 'zod'
import { changes, reads, readsOne, router, shows, signedIn } from '../trpc.ts'

export const policyRouter = router({
  levels: shows(readProtectionLevels),
  versions: reads(listPolicyVersions),
  version: readsOne(getPolicyVersion),
  projects: shows(countProjectsByLevel),
  /** Tells how far it has come, and ends with the result; a browser that leaves ends the work. */
  preview: signedIn
    .input(z.custom<z.input<typeof previewLevelsInput>>())
    .subscription(({ ctx, input }) => previewLevels(ctx.services.db, ctx.viewer, input)),
  previewLevelChange: signedIn
    .input(z.custom<z.input<typeof setProjectLevelsInput>>())
    .subscription(({ ctx, input }) => previewLevelChange(ctx.services.db, ctx.viewer, input)),
  update: changes(updateProtectionLevels),
  restore: changes(restoreProtectionLevels),
  reset: changes(resetProtectionLevels),
})
