import type { DepartmentId, TokenId, UserId } from '../ids.ts'
import { type Actor, departmentRoles, type globalRoles, tokenScopes } from './actor.ts'
import { can } from './can.ts'
import { type Action, permissions } from './table.ts'

/** Who may be asked about: the roles, the owner of the thing, and the scopes of tokens. */
export const matrixColumns = [
  'admin',
  'auditor',
  ...departmentRoles,
  'owner',
  'user',
] as const satisfies readonly string[]
export type MatrixColumn = (typeof matrixColumns)[number]

const department = 'a department' as DepartmentId
const somebody = 'somebody' as UserId
const another = 'somebody else' as UserId

const person = (role: (typeof globalRoles)[number]): Actor => ({
  type: 'user',
  id: somebody,
  role,
  departments: [],
})

function actorOf(column: MatrixColumn): Actor {
  switch (column) {
    case 'admin':
    case 'auditor':
    case 'user':
      return person(column)
    case 'owner':
      return person('user')
    default:
      return { ...person('user'), departments: [{ id: department, role: column }] } as Actor
  }
}

export const actions = Object.keys(permissions) as Action[]

/** Whether somebody in this role may do it to a thing of their department; the owner: to their own. */
export const isAllowedTo = (column: MatrixColumn, action: Action): boolean =>
  can(actorOf(column), action, { department, owner: column === 'owner' ? somebody : another })
    .allowed

/** The scopes with which a token may do it. */
export const scopesFor = (action: Action) =>
  tokenScopes.filter((scope) => {
    const actor = { type: 'token', id: 'a token' as TokenId, scope } as const
    const nobodys = { ...actor, department: null, onBehalfOf: null }
    return can(nobodys, action, { department, owner: another }).allowed
  })
