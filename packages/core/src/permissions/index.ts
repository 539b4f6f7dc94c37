export {
  type Actor,
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
export { type Action, type PermissionRule, permissions } from './table.ts'
export { type Visibility, visibility } from './visibility.ts'
