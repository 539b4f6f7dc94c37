import {
  createDepartment,
  deleteDepartment,
  removeMembership,
  setMembership,
  updateDepartment,
} from '@highwater/db/commands'
import { getDepartment } from '@highwater/db/queries'
import { changes, readsOne, router } from '../trpc.ts'

export const departmentRouter = router({
  get: readsOne(getDepartment),
  create: changes(createDepartment),
  update: changes(updateDepartment),
  remove: changes(deleteDepartment),
  setMember: changes(setMembership),
  removeMember: changes(removeMembership),
})
