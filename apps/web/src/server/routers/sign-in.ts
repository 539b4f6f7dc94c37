import {
  createSignInProvider,
  deleteSignInProvider,
  updateSignInPolicy,
  updateSignInProvider,
} from '@highwater/db/commands'
import {
  getSignInPolicy,
  getSignInProvider,
  listSignInProviders,
  trySignInRules,
} from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const signInRouter = router({
  providers: shows(listSignInProviders),
  provider: readsOne(getSignInProvider),
  policy: shows(getSignInPolicy),
  createProvider: changes(createSignInProvider),
  updateProvider: changes(updateSignInProvider),
  removeProvider: changes(deleteSignInProvider),
  updatePolicy: changes(updateSignInPolicy),
  tryRules: reads(trySignInRules),
})
