import type { Locale } from '@highwater/core'
import type { Failure } from '~/server/describe-failure.ts'
import { denialWords } from './denial-words.ts'
import { inUseWords } from './in-use-words.ts'

/** Conflicts that are none between two editors, by what a command says of them in English. */
const conflicts: readonly (readonly [RegExp, string])[] = [
  [/ is not cut off: /, '该通道没有暂停发送，消息正在正常发送。'],
  [/ is being probed /, '正在试发该通道的消息，请稍候。'],
  [/^No message waits for /, '没有等待发送的消息，请改用“测试连接”。'],
  [/^The audit is being verified /, '操作审计正在校验，请等待完成。'],
  [/^There is a second factor already\. /, '已启用两步验证，请先关闭再重新设置。'],
  [/ asks for a second factor: /, '管理员要求使用两步验证，不能关闭。'],
  [/^Change your own password /, '请在“我的账号”中修改自己的密码。'],
  [/^The default subscription cannot be deleted\. /, '默认订阅不能删除，可以缩小范围或停用。'],
]

/** A conflict that brings nothing newer to look at is no other editor's change: it explains itself. */
function conflictWords({ message, current }: Failure, locale: Locale): string | null {
  if (current !== null && current !== undefined) return null
  if (locale === 'en') return message
  return conflicts.find(([pattern]) => pattern.test(message))?.[1] ?? null
}

/** What a refusal says beyond its code, in the reader's language; null where that is nothing. */
export function refusalWords(failure: Failure, locale: Locale): string | null {
  const denied = denialWords(failure.reason, locale)
  if (denied !== null) return denied
  if (failure.code === 'in_use') return inUseWords(failure.message, failure.current, locale)
  return failure.code === 'conflict' ? conflictWords(failure, locale) : null
}
