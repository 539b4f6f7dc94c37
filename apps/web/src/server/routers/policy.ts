import { timeZoneField } from '@highwater/core/silence'
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

/** What somebody wonders about, and where they are: that is where the days they see begin. */
const wondered = <Proposal>() =>
  z.object({ proposal: z.custom<Proposal>(), timeZone: timeZoneField })

export const policyRouter = router({
  levels: shows(readProtectionLevels),
  versions: reads(listPolicyVersions),
  version: readsOne(getPolicyVersion),
  projects: shows(countProjectsByLevel),
  /** Tells how far it has come, and ends with the result; a browser that leaves ends the work. */
  preview: signedIn
    .input(wondered<z.input<typeof previewLevelsInput>>())
    .subscription(({ ctx, input: { proposal, timeZone } }) =>
      previewLevels(ctx.services.db, ctx.viewer, proposal, timeZone),
    ),
  previewLevelChange: signedIn
    .input(wondered<z.input<typeof setProjectLevelsInput>>())
    .subscription(({ ctx, input: { proposal, timeZone } }) =>
      previewLevelChange(ctx.services.db, ctx.viewer, proposal, timeZone),
    ),
  update: changes(updateProtectionLevels),
  restore: changes(restoreProtectionLevels),
  reset: changes(resetProtectionLevels),
})
