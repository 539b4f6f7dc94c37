import { getNotification, listNotifications } from '@highwater/db/queries'
import { reads, readsOne, router } from '../trpc.ts'

export const deliveryRouter = router({
  list: reads(listNotifications),
  get: readsOne(getNotification),
})
