import { createSubscription, deleteSubscription, updateSubscription } from '@highwater/db/commands'
import { getSubscription, listSubscriptions, testRouting } from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const subscriptionRouter = router({
  list: shows(listSubscriptions),
  get: readsOne(getSubscription),
  create: changes(createSubscription),
  update: changes(updateSubscription),
  remove: changes(deleteSubscription),
  testRouting: reads(testRouting),
})
