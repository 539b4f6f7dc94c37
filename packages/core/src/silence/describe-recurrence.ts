import { assertNever } from '../assert-never.ts'
import type { Locale } from '../locale.ts'
import type { Weekday } from '../zoned-time.ts'
import type { NthWeekday, RecurrenceRule } from './recurrence-rule.ts'

interface Words {
  readonly every: Readonly<Record<RecurrenceRule['frequency'], (interval: number) => string>>
  readonly weekday: Readonly<Record<Weekday, string>>
  readonly nthWeekday: (day: string, nth: number) => string
  readonly monthDay: (day: number) => string
  readonly month: (month: number) => string
  readonly onDays: (days: string) => string
  readonly inMonths: (months: string) => string
  readonly positions: (positions: readonly number[]) => string
  readonly until: (day: string) => string
  readonly times: (count: number) => string
  readonly list: (items: readonly string[]) => string
  readonly sentence: (parts: readonly string[]) => string
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function ordinal(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return `${value}th`
  return `${value}${['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'}`
}

function fromTheEnd(value: number): string {
  return value === -1 ? 'last' : `${ordinal(-value)} last`
}
const ordinalEn = (value: number) => (value > 0 ? ordinal(value) : fromTheEnd(value))

const every = (one: string, many: string) => (interval: number) =>
  interval === 1 ? `every ${one}` : `every ${interval} ${many}`

const en: Words = {
  every: {
    DAILY: every('day', 'days'),
    WEEKLY: every('week', 'weeks'),
    MONTHLY: every('month', 'months'),
    YEARLY: every('year', 'years'),
  },
  weekday: {
    MO: 'Monday',
    TU: 'Tuesday',
    WE: 'Wednesday',
    TH: 'Thursday',
    FR: 'Friday',
    SA: 'Saturday',
    SU: 'Sunday',
  },
  nthWeekday: (day, nth) => `the ${ordinalEn(nth)} ${day}`,
  monthDay: (day) => (day > 0 ? `day ${day}` : `the ${fromTheEnd(day)} day`),
  month: (month) => months[month - 1] ?? '',
  onDays: (days) => `on ${days}`,
  inMonths: (names) => `in ${names}`,
  positions: (positions) => `only the ${positions.map(ordinalEn).join(' and ')} of these`,
  until: (day) => `until ${day}`,
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  list: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  sentence: (parts) => parts.join(' ').replace(/^./, (first) => first.toUpperCase()),
}

const nthZh = (value: number) =>
  value > 0 ? `第 ${value} 个` : value === -1 ? '最后一个' : `倒数第 ${-value} 个`
const everyZh = (one: string, many: string) => (interval: number) =>
  interval === 1 ? one : `每 ${interval} ${many}`

const zhCn: Words = {
  every: {
    DAILY: everyZh('每天', '天'),
    WEEKLY: everyZh('每周', '周'),
    MONTHLY: everyZh('每月', '个月'),
    YEARLY: everyZh('每年', '年'),
  },
  weekday: { MO: '周一', TU: '周二', WE: '周三', TH: '周四', FR: '周五', SA: '周六', SU: '周日' },
  nthWeekday: (day, nth) => `${nthZh(nth)}${day}`,
  monthDay: (day) => (day > 0 ? `${day} 日` : day === -1 ? '最后一天' : `倒数第 ${-day} 天`),
  month: (month) => `${month} 月`,
  onDays: (days) => days,
  inMonths: (names) => `仅限 ${names}`,
  positions: (positions) => `只取${positions.map(nthZh).join('、')}`,
  until: (day) => `到 ${day} 为止`,
  times: (count) => `共 ${count} 次`,
  list: (items) => items.join('、'),
  sentence: (parts) => parts.join('，'),
}

function wordsFor(locale: Locale): Words {
  switch (locale) {
    case 'en':
      return en
    case 'zh-CN':
      return zhCn
    default:
      return assertNever(locale)
  }
}

const dayWords = (words: Words, { day, nth }: NthWeekday): string =>
  nth === null ? words.weekday[day] : words.nthWeekday(words.weekday[day], nth)

/** A rule in words, such as "Every week on Saturday and Sunday until 2026-12-31". */
export function describeRecurrenceRule(rule: RecurrenceRule, locale: Locale): string {
  const words = wordsFor(locale)
  const parts = [words.every[rule.frequency](rule.interval)]
  const days = [
    ...rule.byDay.map((day) => dayWords(words, day)),
    ...rule.byMonthDay.map((day) => words.monthDay(day)),
  ]
  if (days.length > 0) parts.push(words.onDays(words.list(days)))
  if (rule.byMonth.length > 0) parts.push(words.inMonths(words.list(rule.byMonth.map(words.month))))
  if (rule.bySetPos.length > 0) parts.push(words.positions(rule.bySetPos))
  if (rule.until !== null) {
    const [year, month, day] = [
      rule.until.slice(0, 4),
      rule.until.slice(4, 6),
      rule.until.slice(6, 8),
    ]
    parts.push(words.until(`${year}-${month}-${day}`))
  }
  if (rule.count !== null) parts.push(words.times(rule.count))
  return words.sentence(parts)
}
