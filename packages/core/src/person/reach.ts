import type { Localized } from '../locale.ts'

/** Why alerts that address a person cannot reach them. */
export const unreachableReasons = ['account_closed', 'no_contact', 'no_mail_channel'] as const
export type UnreachableReason = (typeof unreachableReasons)[number]

export const unreachableTexts: Readonly<Record<UnreachableReason, Localized>> = {
  account_closed: {
    'zh-CN': '账号已停用。',
    en: 'The account is closed.',
  },
  no_contact: {
    'zh-CN': '没有开启任何接收方式：请开启邮件或添加自己的机器人。',
    en: 'Nothing is switched on: switch mail on, or add a robot of their own.',
  },
  no_mail_channel: {
    'zh-CN': '只开启了邮件，但尚未指定发送个人邮件的通道，或该通道已停用。',
    en: 'Only mail is switched on, and no channel carries mail to people, or it is disabled.',
  },
}

/** By what a person wants to be told. */
export interface WaysIn {
  readonly isClosed: boolean
  readonly mail: boolean
  /** Whether the installation names a channel for mail to people, and it is on. */
  readonly isMailCarried: boolean
  /** Whether some robot of their own is on. */
  readonly hasRobot: boolean
}

/** Null for a person who can be reached. */
export function unreachableBecause(ways: WaysIn): UnreachableReason | null {
  if (ways.isClosed) return 'account_closed'
  if (ways.hasRobot || (ways.mail && ways.isMailCarried)) return null
  return ways.mail ? 'no_mail_channel' : 'no_contact'
}
