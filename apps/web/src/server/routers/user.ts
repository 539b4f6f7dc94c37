import {
  createUser,
  deleteUser,
  resetPassword,
  resetSecondFactor,
  revokeSessions,
  updateUser,
} from '@highwater/db/commands'
import { getUser, listUsers, readAccountAccess } from '@highwater/db/queries'
import { changes, reads, readsOne, router } from '../trpc.ts'

export const userRouter = router({
  list: reads(listUsers),
  get: readsOne(getUser),
  create: changes(createUser),
  update: changes(updateUser),
  remove: changes(deleteUser),
  access: readsOne(readAccountAccess),
  resetPassword: changes(resetPassword),
  resetSecondFactor: changes(resetSecondFactor),
  revokeSessions: changes(revokeSessions),
})
