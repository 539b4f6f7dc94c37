import type { Localized } from '../locale.ts'

/** Why a password let nobody in. Closed: audited, and explained on the sign-in page. */
export const signInRefusals = [
  'wrong_credentials',
  'wrong_code',
  'locked',
  'address_locked',
  'disabled',
  'initial_password_expired',
  'local_sign_in_off',
  'attempt_over',
] as const
export type SignInRefusal = (typeof signInRefusals)[number]

/** What the person reads; how long a lock still holds is said behind it. */
export const signInRefusalTexts: Readonly<Record<SignInRefusal, Localized>> = {
  wrong_credentials: {
    'zh-CN': '邮箱或密码不正确。',
    en: 'E-mail or password is wrong.',
  },
  wrong_code: {
    'zh-CN': '验证码不正确，或已经用过。请等待下一个验证码再试。',
    en: 'This code is wrong or has been used. Wait for the next one and try again.',
  },
  locked: {
    'zh-CN': '失败次数过多，账号已暂时锁定。',
    en: 'Too many attempts have failed: the account is locked for a while.',
  },
  address_locked: {
    'zh-CN': '来自您网络地址的失败登录过多，已暂时锁定。',
    en: 'Too many attempts from your network address have failed: it is locked for a while.',
  },
  disabled: {
    'zh-CN': '账号已被停用，请联系管理员。',
    en: 'This account is disabled. Ask an administrator.',
  },
  initial_password_expired: {
    'zh-CN': '初始密码已过期，请联系管理员重新获取。',
    en: 'This initial password has expired. Ask an administrator for a new one.',
  },
  local_sign_in_off: {
    'zh-CN': '已关闭密码登录，请通过身份提供方登录。',
    en: 'Signing in with a password is switched off. Sign in through your identity provider.',
  },
  attempt_over: {
    'zh-CN': '这次登录已超时，请重新登录。',
    en: 'This sign-in took too long. Begin again.',
  },
}

/** A password that somebody knows is right; what is said now tells them nothing new. */
export interface PasswordFacts {
  readonly isDisabled: boolean
  readonly mayUsePassword: boolean
  readonly initialPasswordHasExpired: boolean
}

/** Why the right password lets nobody in all the same; null where it does. */
export function againstPassword(facts: PasswordFacts): SignInRefusal | null {
  if (facts.isDisabled) return 'disabled'
  if (!facts.mayUsePassword) return 'local_sign_in_off'
  return facts.initialPasswordHasExpired ? 'initial_password_expired' : null
}
