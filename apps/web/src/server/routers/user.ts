import { createUser, deleteUser, updateUser } from '@highwater/db/commands'
import { getUser, listUsers } from '@highwater/db/queries'
import { changes, reads, readsOne, router } from '../trpc.ts'

export const userRouter = router({
  list: reads(listUsers),
  get: readsOne(getUser),
  create: changes(createUser),
  update: changes(updateUser),
  remove: changes(deleteUser),
})
