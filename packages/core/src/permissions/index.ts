export { actionTexts } from './action-texts.ts'
export {
  type Actor,
  actingRoles,
  type DepartmentRole,
  departmentRoles,
  type GlobalRole,
  globalRoles,
  type ResourceFacts,
  type TokenActor,
  type TokenScope,
  tokenScopes,
  type UserActor,
} from './actor.ts'
export { can, type Decision, type DenialReason, denialReasons, denialTexts } from './can.ts'
export {
  actions,
  isAllowedTo,
  type MatrixColumn,
  matrixColumns,
  scopesFor,
} from './matrix.ts'
export { omsRoles } from './oms-roles.ts'
export { type Action, type PermissionRule, permissions } from './table.ts'
export { type Visibility, visibility } from './visibility.ts'
