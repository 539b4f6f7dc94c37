import {
  createSignInProvider,
  deleteSignInProvider,
  updateLocalSignIn,
  updateSignInPolicy,
  updateSignInProvider,
} from '@highwater/db/commands'
import {
  getSignInPolicy,
  getSignInProvider,
  listSignInProviders,
  readLocalSignIn,
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
  local: shows(readLocalSignIn),
  updateLocal: changes(updateLocalSignIn),
  tryRules: reads(trySignInRules),
})
