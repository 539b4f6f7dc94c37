import { inGroup } from './parameter.ts'

export const signInParameters = inGroup('signIn', {
  passwordLeastLength: {
    unit: 'count',
    min: 8,
    max: 64,
    default: 10,
    label: { 'zh-CN': '密码最短长度', en: 'Shortest password' },
    meaning: {
      'zh-CN': '新密码至少要有多少个字符。',
      en: 'How many characters a new password must have at least.',
    },
  },
  passwordLeastStrength: {
    unit: 'count',
    min: 0,
    max: 4,
    default: 3,
    label: { 'zh-CN': '密码最低强度', en: 'Weakest password' },
    meaning: {
      'zh-CN': '新密码的估计强度（0–4）至少要达到多少；常见密码、键盘连排和本人信息得分很低。',
      en: 'The least estimated strength (0–4) of a new password; common ones, keyboard rows and what is known of the person score low.',
    },
  },
  passwordDays: {
    unit: 'days',
    min: 0,
    max: 3650,
    default: 0,
    label: { 'zh-CN': '密码有效期', en: 'Passwords expire after' },
    meaning: {
      'zh-CN': '超过这些天必须换新密码；0 表示不过期。',
      en: 'A password older than this must be replaced at sign-in; 0 means never.',
    },
  },
  initialPasswordDays: {
    unit: 'days',
    min: 1,
    max: 90,
    default: 7,
    label: { 'zh-CN': '初始密码有效期', en: 'Initial passwords hold for' },
    meaning: {
      'zh-CN': '管理员给出的一次性初始密码在多少天内有效。',
      en: 'For how many days a one-time password that an administrator gave out can be used.',
    },
  },
  resetLinkMinutes: {
    unit: 'minutes',
    min: 5,
    max: 1440,
    default: 30,
    label: { 'zh-CN': '重置链接有效期', en: 'Reset links hold for' },
    meaning: {
      'zh-CN': '邮件中的密码重置链接多久后失效。',
      en: 'How long the link in a mail for a forgotten password can be used.',
    },
  },
  signInFailuresPerAccount: {
    unit: 'count',
    min: 3,
    max: 100,
    default: 5,
    label: { 'zh-CN': '账号锁定前的失败次数', en: 'Failures before an account locks' },
    meaning: {
      'zh-CN': '同一账号连续登录失败这么多次就锁定，之后每失败一次锁定时间加倍。',
      en: 'So many failures in a row lock an account; each further one doubles the time.',
    },
  },
  signInFailuresPerAddress: {
    unit: 'count',
    min: 5,
    max: 10_000,
    default: 50,
    label: { 'zh-CN': '地址锁定前的失败次数', en: 'Failures before an address locks' },
    meaning: {
      'zh-CN': '同一 IP 地址（不论哪个账号）登录失败这么多次就锁定，之后每失败一次锁定时间加倍。',
      en: 'So many failures from one IP address, whatever the account, lock it; each further one doubles the time.',
    },
  },
  lockoutAtMostMinutes: {
    unit: 'minutes',
    min: 1,
    max: 1440,
    default: 60,
    label: { 'zh-CN': '最长锁定时间', en: 'Longest lock' },
    meaning: {
      'zh-CN': '锁定从 1 分钟起逐次加倍，最长到这么久。',
      en: 'Locks begin with a minute and double up to this.',
    },
  },
  sessionIdleMinutes: {
    unit: 'minutes',
    min: 5,
    max: 43_200,
    default: 720,
    label: { 'zh-CN': '闲置退出时间', en: 'Idle sessions end after' },
    meaning: {
      'zh-CN': '会话这么久未使用就退出登录。',
      en: 'A session that is not used for this long is over.',
    },
  },
  sessionAtMostHours: {
    unit: 'hours',
    min: 1,
    max: 720,
    default: 720,
    label: { 'zh-CN': '会话最长时间', en: 'Sessions last at most' },
    meaning: {
      'zh-CN': '即使一直在使用，会话到这么久也要重新登录。',
      en: 'However much it is used, a session is over after this.',
    },
  },
  tokenWarningDays: {
    unit: 'days',
    min: 1,
    max: 90,
    default: 14,
    label: { 'zh-CN': '令牌到期提醒', en: 'Warning before a token expires' },
    meaning: {
      'zh-CN': 'API 令牌到期前多少天开始提醒。',
      en: 'From how many days before its end an API token is shown as expiring.',
    },
  },
})
