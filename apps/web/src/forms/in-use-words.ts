import type { Locale } from '@highwater/core'
import { z } from 'zod'

const users = z.array(z.object({ type: z.string(), name: z.string() })).min(1)
const contents = z
  .array(z.object({ type: z.string(), count: z.int(), names: z.array(z.string()) }))
  .min(1)

const sorts: Readonly<Record<string, string>> = {
  alert_group: '告警组',
  'alert group': '告警组',
  channel: '通道',
  installation: '设置',
  'level rule': '初始级别规则',
  member: '成员',
  project: '项目',
  silence: '静默',
  source: '数据来源',
  subscription: '订阅',
  'switched-off kind of channel': '已停用的通道类型',
  token: 'API 令牌',
}

const sortOf = (type: string): string => sorts[type] ?? ''
/** The one setting that may use something; it is no thing with a name of its own. */
const nameOf = ({ type, name }: { readonly type: string; readonly name: string }): string =>
  type === 'installation' ? '个人邮件' : name

/**
 * What still uses something that was to go, or what stands in it, in the reader's language; null where
 * the refusal does not tell. A command says so in English itself.
 */
export function inUseWords(message: string, current: unknown, locale: Locale): string | null {
  if (locale === 'en') return message
  const used = users.safeParse(current)
  if (used.success) {
    const named = used.data.map((user) => `${sortOf(user.type)}“${nameOf(user)}”`)
    return `正在被${named.join('、')}使用，请先在那里移除。`
  }
  const held = contents.safeParse(current)
  if (!held.success) return null
  const said = held.data.map(({ type, count, names }) => {
    const some = names.map((name) => `“${name}”`).join('、')
    return `${count} 个${sortOf(type)}（${some}${count > names.length ? '等' : ''}）`
  })
  return `其中还有 ${said.join('、')}，请先移走或删除。`
}
