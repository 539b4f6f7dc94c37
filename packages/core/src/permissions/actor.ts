import type { DepartmentId, TokenId, UserId } from '../ids.ts'

export const globalRoles = ['admin', 'auditor', 'user'] as const
export type GlobalRole = (typeof globalRoles)[number]

export const departmentRoles = ['manager', 'operator', 'viewer'] as const
export type DepartmentRole = (typeof departmentRoles)[number]

export const tokenScopes = ['signals:write', 'read', 'manage', 'admin'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Whoever does something. */
export type Actor =
  | {
      readonly type: 'user'
      readonly id: UserId
      readonly role: GlobalRole
      readonly departments: readonly { readonly id: DepartmentId; readonly role: DepartmentRole }[]
    }
  | {
      readonly type: 'token'
      readonly id: TokenId
      readonly scope: TokenScope
      /** Null: for the whole installation. */
      readonly department: DepartmentId | null
      readonly onBehalfOf: UserId | null
    }
  | { readonly type: 'system'; readonly job: string }
  | { readonly type: 'anonymous' }

/** What the table must know of the thing that is acted on. */
export interface ResourceFacts {
  readonly department?: DepartmentId | null
  readonly owner?: UserId | null
}
