import { replayNotifications } from '@highwater/db/commands'
import { countGivenUp, getNotification, listNotifications } from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const deliveryRouter = router({
  list: reads(listNotifications),
  get: readsOne(getNotification),
  givenUp: shows(countGivenUp),
  replay: changes(replayNotifications),
})
