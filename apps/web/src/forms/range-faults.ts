import { isParameterKey, parameterTable } from '@highwater/core/parameters'

const units: Readonly<Record<string, string>> = {
  seconds: ' 秒',
  minutes: ' 分钟',
  hours: ' 小时',
  days: ' 天',
  characters: ' 个字符',
  messages: ' 条',
  '%': '%',
}

const range = /^Use (\d[\d.]*)–(\d[\d.]*)(?: (\S+))?\.$/
const most = /^Use at most (\d+) characters\.$/
const whole = /^Use a whole number from (\d+) to (\d+)\.$/
const order = /^\d+ \w+ is (more|less) than (\w+), which is (\d+) (\w+)\.$/

/** The Chinese of a rule about numbers, whatever its numbers are; null where it is none. */
export function chineseRangeFault(message: string): string | null {
  const [, min, max, unit = ''] = range.exec(message) ?? []
  if (min !== undefined) return `请填写 ${min}–${max}${units[unit] ?? ''}。`
  const [, length] = most.exec(message) ?? []
  if (length !== undefined) return `最多 ${length} 个字符。`
  const [, from, to] = whole.exec(message) ?? []
  if (from !== undefined) return `请填写 ${from} 至 ${to} 之间的整数。`
  const [, relation, key = '', value, of = ''] = order.exec(message) ?? []
  if (!isParameterKey(key)) return null
  const label = parameterTable[key].label['zh-CN']
  return `不能${relation === 'more' ? '大于' : '小于'}“${label}”（${value}${units[of] ?? ''}）。`
}
