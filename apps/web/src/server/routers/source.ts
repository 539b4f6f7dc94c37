import { createSource, deleteSource, updateSource } from '@highwater/db/commands'
import { getSource, listSources } from '@highwater/db/queries'
import { changes, readsOne, router, shows } from '../trpc.ts'

export const sourceRouter = router({
  list: shows(listSources),
  get: readsOne(getSource),
  create: changes(createSource),
  update: changes(updateSource),
  remove: changes(deleteSource),
})
