import { parseRecurrenceRule } from '@highwater/core/silence'
import { expect, test } from 'vitest'
import { faultWords } from './fault-words.ts'

test.each([
  ['FREQ=WEEKLY;WKST=XX', 'WKST 须为 MO 这样的一天，“XX”不符合。'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL 须为 1 至 1000 之间的整数，“0”不符合。'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY 须为 -31 至 31 之间的非零整数，“0”不符合。'],
  ['FREQ=WEEKLY;BYDAY=ZZ', 'BYDAY 须为 MO、2TU、-1FR 这样的写法，“ZZ”不符合。'],
  ['weekly', '“WEEKLY”不是 FREQ=WEEKLY 这样的写法。各部分用分号隔开。'],
  ['FREQ=DAILY;FREQ=DAILY', 'FREQ 出现了两次。'],
  [
    'FREQ=DAILY;BYHOUR=3',
    '不支持 BYHOUR。可用的有 FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS；时刻取自开始时间。',
  ],
  ['FREQ=HOURLY', 'FREQ 须为 DAILY, WEEKLY, MONTHLY, YEARLY 之一：窗口每天最多一次。'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'COUNT 和 UNTIL 只能填一个。'],
  ['FREQ=DAILY;UNTIL=2027', 'UNTIL 须为日期（如 20261231）或 UTC 时间（如 20261231T235959Z）。'],
  ['FREQ=WEEKLY;BYDAY=2TU', '2TU 这样带序号的写法只能用于 FREQ=MONTHLY 或 FREQ=YEARLY。'],
])('what is wrong with the rule %s is told in Chinese', (rule, chinese) => {
  const parsed = parseRecurrenceRule(rule)
  expect(parsed.ok ? null : faultWords(parsed.message, 'zh-CN')).toBe(chinese)
})
