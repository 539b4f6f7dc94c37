import { assertNever } from '../assert-never.ts'
import type { Localized } from '../locale.ts'
import type { Actor, ResourceFacts, TokenActor, UserActor } from './actor.ts'
import { type Action, type PermissionRule, permissions } from './table.ts'

export const denialReasons = [
  'not_signed_in',
  'role_too_small',
  'other_department',
  'whole_installation',
  'scope_too_small',
  'department_token',
  'token_unknown',
  'already_set_up',
  'last_admin',
] as const
export type DenialReason = (typeof denialReasons)[number]

export const denialTexts: Readonly<Record<DenialReason, Localized>> = {
  not_signed_in: { 'zh-CN': '请先登录。', en: 'Sign in first.' },
  role_too_small: {
    'zh-CN': '您的角色不允许此操作，请联系管理员。',
    en: 'Your role does not allow this. Ask an administrator.',
  },
  other_department: {
    'zh-CN': '它属于其他部门。',
    en: 'This belongs to another department.',
  },
  whole_installation: {
    'zh-CN': '它是全局的，由管理员更改。',
    en: 'This is for the whole installation; an administrator changes it.',
  },
  scope_too_small: {
    'zh-CN': '该令牌的权限范围不允许此操作。',
    en: 'The scope of this token does not allow this.',
  },
  department_token: {
    'zh-CN': '该令牌只能用于所属部门。',
    en: 'This token works only inside its department.',
  },
  token_unknown: {
    'zh-CN': '该令牌不存在、已被吊销或已过期。',
    en: 'This token is unknown, revoked or expired.',
  },
  already_set_up: {
    'zh-CN': '已有管理员，请登录。',
    en: 'There is an administrator already. Sign in instead.',
  },
  last_admin: {
    'zh-CN':
      '没有其他管理员可以接替：请先指定另一位管理员；若已关闭密码登录，须是保留密码的管理员。',
    en: 'No other administrator could take over. Make somebody else one first; while passwords are off, one who keeps theirs.',
  },
}

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: DenialReason }

const allowed: Decision = { allowed: true }
const denied = (because: DenialReason): Decision => ({ allowed: false, because })

function canUser(actor: UserActor, rule: PermissionRule, resource: ResourceFacts): Decision {
  if (rule.roles.includes(actor.role)) return allowed
  // An auditor changes nothing but what is personal: what lives in no department, such as a password.
  const mayOwn = actor.role !== 'auditor' || rule.departmentRoles.length === 0
  if (rule.owner && mayOwn && resource.owner === actor.id) return allowed
  if (actor.role === 'auditor') return denied('role_too_small')
  const membership = actor.departments.find((entry) => entry.id === resource.department)
  if (membership && rule.departmentRoles.includes(membership.role)) return allowed
  const elsewhere = actor.departments.some((entry) => rule.departmentRoles.includes(entry.role))
  if (membership || !elsewhere) return denied('role_too_small')
  return denied((resource.department ?? null) === null ? 'whole_installation' : 'other_department')
}

/** A department's token reaches what everybody may see, lists that are narrowed later, and its own. */
function staysInside(actor: TokenActor, rule: PermissionRule, resource: ResourceFacts): boolean {
  if (actor.department === null) return true
  const { department } = resource
  if (department !== undefined && department !== null) return department === actor.department
  if (rule.roles.includes('user')) return true
  return department === undefined && rule.scopes.includes('read') && rule.departmentRoles.length > 0
}

function canToken(actor: TokenActor, rule: PermissionRule, resource: ResourceFacts): Decision {
  if (!rule.scopes.includes(actor.scope)) return denied('scope_too_small')
  if (!staysInside(actor, rule, resource)) return denied('department_token')
  return actor.onBehalfOf === null ? allowed : canUser(actor.onBehalfOf, rule, resource)
}

/** Whether the actor may do this to that, and if not, why: the reason is stored and shown. */
export function can(actor: Actor, action: Action, resource: ResourceFacts): Decision {
  const rule: PermissionRule = permissions[action]
  switch (actor.type) {
    case 'user':
      return canUser(actor, rule, resource)
    case 'token':
      return canToken(actor, rule, resource)
    case 'system':
      return allowed
    case 'anonymous':
      return action === 'account.setUp' ? allowed : denied('not_signed_in')
    default:
      return assertNever(actor)
  }
}
