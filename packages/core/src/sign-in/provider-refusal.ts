import type { Localized } from '../locale.ts'

/** Why nobody came in through a provider. Closed: audited, and explained on the sign-in page. */
export const providerRefusals = [
  'provider_unknown',
  'provider_unreachable',
  'provider_misconfigured',
  'client_refused',
  'refused_at_provider',
  'attempt_unknown',
  'state_mismatch',
  'code_refused',
  'nonce_mismatch',
  'token_expired',
  'token_invalid',
  'email_missing',
  'email_unverified',
  'account_exists',
  'no_rule',
  'refused_by_rule',
  'disabled',
  'too_many_attempts',
] as const
export type ProviderRefusal = (typeof providerRefusals)[number]

/** What the person reads, and what to do next. */
export const providerRefusalTexts: Readonly<Record<ProviderRefusal, Localized>> = {
  provider_unknown: {
    'zh-CN': '该登录方式已停用或不存在，请选择其他方式。',
    en: 'This way to sign in is switched off or gone. Choose another one.',
  },
  provider_unreachable: {
    'zh-CN': '身份提供方没有响应，请稍后重试；若持续出现，请联系管理员。',
    en: 'The identity provider does not answer. Try again in a moment; if it lasts, tell an administrator.',
  },
  provider_misconfigured: {
    'zh-CN': '身份提供方的配置有误，请联系管理员检查登录设置。',
    en: 'The settings of the identity provider do not fit. Ask an administrator to check them.',
  },
  client_refused: {
    'zh-CN': '身份提供方拒绝了 Highwater 的客户端凭据，请联系管理员检查登录设置。',
    en: 'The identity provider refused the credentials of Highwater itself. Ask an administrator to check them.',
  },
  refused_at_provider: {
    'zh-CN': '身份提供方没有放行，或您取消了登录。',
    en: 'The identity provider did not let you through, or you cancelled.',
  },
  attempt_unknown: {
    'zh-CN': '这次登录已超时或在其他页面开始，请重新登录。',
    en: 'This sign-in took too long or was begun elsewhere. Begin again.',
  },
  state_mismatch: {
    'zh-CN': '这次登录的应答与请求不符，请重新登录。',
    en: 'The answer does not belong to this sign-in. Begin again.',
  },
  code_refused: {
    'zh-CN': '登录码已过期或已被使用，请重新登录。',
    en: 'The sign-in code has expired or has been used. Begin again.',
  },
  nonce_mismatch: {
    'zh-CN': '身份令牌不属于这次登录，请重新登录。',
    en: 'The identity token does not belong to this sign-in. Begin again.',
  },
  token_expired: {
    'zh-CN': '身份令牌不在有效时间内，两边的时钟可能不一致，请联系管理员。',
    en: 'The identity token is not valid at this time: the clocks may differ. Tell an administrator.',
  },
  token_invalid: {
    'zh-CN': '身份令牌未通过校验，请联系管理员。',
    en: 'The identity token did not pass its checks. Tell an administrator.',
  },
  email_missing: {
    'zh-CN': '身份提供方没有给出您的邮箱，请联系管理员。',
    en: 'The identity provider does not tell your e-mail address. Ask an administrator.',
  },
  email_unverified: {
    'zh-CN': '身份提供方尚未验证您的邮箱，请先在那里完成验证。',
    en: 'The identity provider has not verified your e-mail address. Verify it there first.',
  },
  account_exists: {
    'zh-CN': '该邮箱已有账号，且未开启按邮箱关联，请联系管理员。',
    en: 'An account with this e-mail address exists, and linking by e-mail is off. Ask an administrator.',
  },
  no_rule: {
    'zh-CN': '您已通过身份验证，但还没有规则允许您使用 Highwater，请联系管理员。',
    en: 'We know who you are, but no rule lets you use Highwater yet. Ask an administrator.',
  },
  refused_by_rule: {
    'zh-CN': '您已通过身份验证，但有规则不允许您使用 Highwater，请联系管理员。',
    en: 'We know who you are, but a rule keeps you out of Highwater. Ask an administrator.',
  },
  disabled: {
    'zh-CN': '账号已被停用，请联系管理员。',
    en: 'This account is disabled. Ask an administrator.',
  },
  too_many_attempts: {
    'zh-CN': '来自您网络地址的登录请求过多，请几秒后重试。',
    en: 'Too many sign-ins begin from your network address. Try again in a few seconds.',
  },
}

/** A code as it stands in an address; null for anything else. */
export const providerRefusalFrom = (text: unknown): ProviderRefusal | null =>
  providerRefusals.find((refusal) => refusal === text) ?? null
