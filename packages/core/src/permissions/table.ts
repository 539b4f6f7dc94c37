import type { DepartmentRole, GlobalRole, TokenScope } from './actor.ts'

/** Who may do an action: anywhere by role, in their department by role, to what is their own, by token. */
export interface PermissionRule {
  readonly roles: readonly GlobalRole[]
  readonly departmentRoles: readonly DepartmentRole[]
  readonly owner: boolean
  readonly scopes: readonly TokenScope[]
}

const everybody = ['admin', 'auditor', 'user'] as const
const readers = ['admin', 'auditor'] as const
const members = ['manager', 'operator', 'viewer'] as const
const reading = ['read', 'manage', 'admin'] as const
const managing = ['manage', 'admin'] as const

/** What people do with an alert: those who may work on its project. */
const handling = {
  roles: ['admin'],
  departmentRoles: ['manager', 'operator'],
  owner: true,
  scopes: managing,
} as const satisfies PermissionRule

/** Settings of a department that its managers keep. */
const managed = {
  roles: ['admin'],
  departmentRoles: ['manager'],
  owner: false,
  scopes: managing,
} as const satisfies PermissionRule

/** THE permission table: commands, queries, buttons and the documentation are drawn from it (I4). */
export const permissions = {
  'project.read': { roles: readers, departmentRoles: members, owner: true, scopes: reading },
  'project.create': {
    roles: ['admin'],
    departmentRoles: ['manager', 'operator'],
    owner: false,
    scopes: managing,
  },
  'project.update': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: true,
    scopes: managing,
  },
  'project.setLevel': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: true,
    scopes: managing,
  },
  'project.delete': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: true,
    scopes: managing,
  },
  'project.watch': handling,
  'project.release': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: true,
    scopes: managing,
  },
  'tag.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'tag.write': { roles: ['admin'], departmentRoles: [], owner: false, scopes: managing },
  'policy.read': { roles: everybody, departmentRoles: [], owner: false, scopes: reading },
  'policy.update': { roles: ['admin'], departmentRoles: [], owner: false, scopes: managing },
  'alert.read': { roles: readers, departmentRoles: members, owner: true, scopes: reading },
  'alert.acknowledge': handling,
  'alert.assign': handling,
  'alert.snooze': handling,
  'alert.comment': handling,
  'alert.close': handling,
  'alert.export': { roles: everybody, departmentRoles: members, owner: true, scopes: reading },
  'channel.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'channel.write': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: false,
    scopes: managing,
  },
  'channel.test': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: false,
    scopes: managing,
  },
  'notification.read': { roles: readers, departmentRoles: members, owner: true, scopes: reading },
  'notification.replay': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: false,
    scopes: managing,
  },
  'silence.read': { roles: readers, departmentRoles: members, owner: false, scopes: reading },
  'silence.write': {
    roles: ['admin'],
    departmentRoles: ['manager', 'operator'],
    owner: false,
    scopes: managing,
  },
  'subscription.read': {
    roles: everybody,
    departmentRoles: members,
    owner: false,
    scopes: reading,
  },
  'subscription.write': managed,
  'group.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'group.write': managed,
  'template.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'template.write': managed,
  'channelKind.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'channelKind.write': managed,
  'cluster.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'cluster.write': { roles: ['admin'], departmentRoles: [], owner: false, scopes: managing },
  'cluster.test': { roles: ['admin'], departmentRoles: [], owner: false, scopes: managing },
  'audit.read': { roles: readers, departmentRoles: [], owner: false, scopes: ['admin'] },
  'audit.verify': { roles: readers, departmentRoles: [], owner: false, scopes: ['admin'] },
  'audit.export': { roles: readers, departmentRoles: [], owner: false, scopes: ['admin'] },
  'token.read': { roles: readers, departmentRoles: [], owner: true, scopes: ['admin'] },
  'token.create': { roles: ['admin'], departmentRoles: [], owner: true, scopes: ['admin'] },
  'token.revoke': { roles: ['admin'], departmentRoles: [], owner: true, scopes: ['admin'] },
  'source.read': { roles: readers, departmentRoles: members, owner: false, scopes: reading },
  'source.write': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: false,
    scopes: managing,
  },
  'signal.write': {
    roles: ['admin'],
    departmentRoles: ['manager', 'operator'],
    owner: true,
    scopes: ['signals:write', 'manage', 'admin'],
  },
  'host.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'host.write': {
    roles: ['admin'],
    departmentRoles: [],
    owner: false,
    scopes: ['signals:write', 'manage', 'admin'],
  },
  'host.delete': { roles: ['admin'], departmentRoles: [], owner: false, scopes: managing },
  'parameter.read': { roles: everybody, departmentRoles: [], owner: false, scopes: reading },
  'parameter.update': { roles: ['admin'], departmentRoles: [], owner: false, scopes: ['admin'] },
  'system.read': { roles: readers, departmentRoles: [], owner: false, scopes: reading },
  'installation.update': { roles: ['admin'], departmentRoles: [], owner: false, scopes: ['admin'] },
  'person.read': { roles: readers, departmentRoles: [], owner: true, scopes: managing },
  'person.update': { roles: ['admin'], departmentRoles: [], owner: true, scopes: ['admin'] },
  'onCall.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'onCall.write': managed,
  'department.read': { roles: everybody, departmentRoles: members, owner: false, scopes: reading },
  'department.write': { roles: ['admin'], departmentRoles: [], owner: false, scopes: ['admin'] },
  'membership.write': {
    roles: ['admin'],
    departmentRoles: ['manager'],
    owner: false,
    scopes: ['admin'],
  },
  'user.read': { roles: everybody, departmentRoles: [], owner: true, scopes: reading },
  'user.write': { roles: ['admin'], departmentRoles: [], owner: false, scopes: ['admin'] },
  'signIn.read': { roles: readers, departmentRoles: [], owner: false, scopes: ['admin'] },
  'signIn.write': { roles: ['admin'], departmentRoles: [], owner: false, scopes: ['admin'] },
  'session.read': { roles: readers, departmentRoles: [], owner: true, scopes: ['admin'] },
  'session.revoke': { roles: ['admin'], departmentRoles: [], owner: true, scopes: ['admin'] },
  'password.reset': { roles: ['admin'], departmentRoles: [], owner: false, scopes: ['admin'] },
  'secondFactor.reset': { roles: ['admin'], departmentRoles: [], owner: false, scopes: ['admin'] },
  'account.update': { roles: [], departmentRoles: [], owner: true, scopes: [] },
  'account.setUp': { roles: [], departmentRoles: [], owner: false, scopes: [] },
} as const satisfies Record<string, PermissionRule>

export type Action = keyof typeof permissions
