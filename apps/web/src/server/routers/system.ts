import { updateInstallation } from '@highwater/db/commands'
import { readInstallation, readSecretKeys, readSystem } from '@highwater/db/queries'
import { changes, router, shows, signedIn } from '../trpc.ts'

export const systemRouter = router({
  page: shows(readSystem),
  keys: signedIn.query(({ ctx }) =>
    readSecretKeys(ctx.services.db, ctx.viewer, ctx.services.sealer),
  ),
  installation: shows(readInstallation),
  updateInstallation: changes(updateInstallation),
})
