import type { DepartmentId, TokenId, UserId } from '../ids.ts'

export const globalRoles = ['admin', 'auditor', 'user'] as const
export type GlobalRole = (typeof globalRoles)[number]

export const departmentRoles = ['manager', 'operator', 'viewer'] as const
export type DepartmentRole = (typeof departmentRoles)[number]

export const tokenScopes = ['signals:write', 'read', 'manage', 'admin'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** As what somebody may have acted: a person's role, or the scope of a program's key. */
export const actingRoles = [
  ...new Set<GlobalRole | DepartmentRole | TokenScope>([
    ...globalRoles,
    ...departmentRoles,
    ...tokenScopes,
  ]),
] as const

/** A person with the rights that they have now. */
export interface UserActor {
  readonly type: 'user'
  readonly id: UserId
  readonly role: GlobalRole
  readonly departments: readonly { readonly id: DepartmentId; readonly role: DepartmentRole }[]
}

/** A program's key. It may do what its scope allows, inside its department, as far as its person may. */
export interface TokenActor {
  readonly type: 'token'
  readonly id: TokenId
  readonly scope: TokenScope
  /** Null: not confined to a department. */
  readonly department: DepartmentId | null
  /** Null: it belongs to no person, so scope and department alone decide. */
  readonly onBehalfOf: UserActor | null
}

/** Whoever does something. */
export type Actor =
  | UserActor
  | TokenActor
  | { readonly type: 'system'; readonly job: string }
  | { readonly type: 'anonymous' }

/**
 * What the table must know of the thing that is acted on. A department of null means that the thing
 * belongs to none; left out, that no one thing is meant (a list, or the installation).
 */
export interface ResourceFacts {
  readonly department?: DepartmentId | null
  readonly owner?: UserId | null
}
