import type { Operation } from '../../define-operation.ts'
import { getDepartmentOperation, listDepartmentsOperation } from './list.ts'
import { removeMemberOperation, setMemberOperation } from './members.ts'
import { setDefaultLevelOperation } from './set-default-level.ts'
import {
  createDepartmentOperation,
  deleteDepartmentOperation,
  updateDepartmentOperation,
} from './write.ts'

export const departmentOperations: readonly Operation[] = [
  listDepartmentsOperation,
  createDepartmentOperation,
  getDepartmentOperation,
  updateDepartmentOperation,
  deleteDepartmentOperation,
  setMemberOperation,
  removeMemberOperation,
  setDefaultLevelOperation,
]
