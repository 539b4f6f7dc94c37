import { faultsOf } from '@highwater/core'
import { monthlyQuota } from '@highwater/core/delivery'
import { aggregationSchema } from '@highwater/core/notify'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { faultWords } from './fault-words.ts'

test('a rule is told in the language of its reader', () => {
  const rule = 'Use at least 10 characters.'
  expect(faultWords(rule, 'en')).toBe(rule)
  expect(faultWords(rule, 'zh-CN')).toBe('至少 10 个字符。')
})

test.each([
  [z.string(), undefined, 'Fill this in.', '请填写此项。'],
  [z.string(), null, 'Fill this in.', '请填写此项。'],
  [z.string().min(1), '', 'Fill this in.', '请填写此项。'],
  [z.number(), Number.NaN, 'Fill this in.', '请填写此项。'],
  [z.iso.datetime(), 'x', 'Fill this in.', '请填写此项。'],
  [z.string(), 5, 'This must be a text.', '必须是文本。'],
  [z.int(), 1.5, 'This must be a whole number.', '必须是整数。'],
  [z.stringbool(), 'x', 'This must be true or false.', '必须是 true 或 false。'],
  [z.union([z.string(), z.number()]), [], 'This must be a text or a number.', '必须是文本或数字。'],
  [z.enum(['a', 'b']), 'c', 'This must be "a" or "b".', '必须是"a"或"b"。'],
  [z.string().max(50), 'x'.repeat(51), 'Use at most 50 characters.', '最多 50 个字符。'],
  [z.array(z.int()).max(1), [1, 2], 'Use at most 1 entry.', '须不超过 1 项。'],
  [z.number().min(2), 1, 'Use at least 2.', '须不少于 2。'],
  [z.number().gt(0), 0, 'Use more than 0.', '须大于 0。'],
  [z.number().multipleOf(5), 3, 'Use a multiple of 5.', '须为 5 的倍数。'],
  [z.string().regex(/x/), 'y', 'This value cannot be used here.', '该值无效，请按说明修改。'],
])(
  'a rule without words of its own is told in plain ones in both languages: %#',
  (schema, typed, english, chinese) => {
    const { error } = schema.safeParse(typed)
    const [fault] = error ? faultsOf(error) : []
    expect(faultWords(fault?.message ?? '', 'en')).toBe(english)
    expect(faultWords(fault?.message ?? '', 'zh-CN')).toBe(chinese)
  },
)

test('a character that cannot be stored is refused in Chinese', () => {
  const rule = 'Leave out the null character or the broken character.'
  expect(faultWords(rule, 'zh-CN')).toBe('不能包含空字符或残缺的字符，请重新输入。')
})

test('a name that is taken is told in both languages, with the name', () => {
  const taken = 'Another channel is called "DBA" already. Choose another name.'
  expect(faultWords(taken, 'en')).toBe(taken)
  expect(faultWords(taken, 'zh-CN')).toBe('名称“DBA”已被使用，请换一个名称。')
})

test.each([
  ['Use 0–3600 seconds.', '请填写 0–3600 秒。'],
  ['Use 0.1–1.', '请填写 0.1–1。'],
  ['Use 3–32 characters.', '请填写 3–32 个字符。'],
  ['Use at most 40 characters.', '最多 40 个字符。'],
  ['Use 1–100 %.', '请填写 1–100%。'],
  ['Use a whole number from 1 to 100.', '请填写 1 至 100 之间的整数。'],
  ['Choose a time to come: it is 2026-01-01T00:00:00.000Z now.', '请选择将来的时间。'],
  [
    'The next window begins after 1440 minutes, before this one has ended. Make it shorter, or use a silence.',
    '1440 分钟后下一次窗口就会开始，而这一次还未结束。请缩短时长，或改用静默。',
  ],
  [
    'On 2027-03-28 the clock is put forward and skips 02:30. Choose another first day, or another time of day.',
    '2027-03-28 时钟拨快，没有 02:30 这个时刻。请选择其他日期或时间。',
  ],
  ['40 days is more than minuteHistoryDays, which is 30 days.', '不能大于“每分钟数据”（30 天）。'],
])('the rule "%s" is told in Chinese with its numbers', (rule, chinese) => {
  expect(faultWords(rule, 'zh-CN')).toBe(chinese)
})

test.each([
  [monthlyQuota, 0, '请填写 1 至 100000000 之间的整数。'],
  [monthlyQuota, 1.5, '请填写 1 至 100000000 之间的整数。'],
  [aggregationSchema, { windowSeconds: 5 }, '请填写 60–86400 秒。'],
  [aggregationSchema, { groupBy: [] }, '请至少选择一项。'],
])('how much a channel is sent is refused in Chinese: %#', (schema, typed, chinese) => {
  const messages = schema.safeParse(typed).error?.issues.map(({ message }) => message)
  expect(messages?.map((message) => faultWords(message, 'zh-CN'))).toEqual([chinese])
})
