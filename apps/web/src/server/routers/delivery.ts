import { replayNotifications } from '@highwater/db/commands'
import { getNotification, listNotifications } from '@highwater/db/queries'
import { changes, reads, readsOne, router } from '../trpc.ts'

export const deliveryRouter = router({
  list: reads(listNotifications),
  get: readsOne(getNotification),
  replay: changes(replayNotifications),
})
