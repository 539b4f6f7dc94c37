import { createAlertGroup, deleteAlertGroup, updateAlertGroup } from '@highwater/db/commands'
import { getAlertGroup, listAlertGroups } from '@highwater/db/queries'
import { changes, readsOne, router, shows } from '../trpc.ts'

export const alertGroupRouter = router({
  list: shows(listAlertGroups),
  get: readsOne(getAlertGroup),
  create: changes(createAlertGroup),
  update: changes(updateAlertGroup),
  remove: changes(deleteAlertGroup),
})
