import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../time.ts'
import { describeRecurrenceRule } from './describe-recurrence.ts'
import { type Recurrence, recurrenceFault } from './recurrence.ts'
import { parseRecurrenceRule } from './recurrence-rule.ts'

const now = instant(Date.UTC(2026, 10, 21))
const nightly: Recurrence = {
  start: '2026-11-01T22:00',
  timeZone: 'Asia/Shanghai',
  durationMinutes: 120,
  rule: 'FREQ=DAILY',
}
const faultOf = (changes: Partial<Recurrence>) => recurrenceFault({ ...nightly, ...changes }, now)

describe('a rule is refused', () => {
  it.each([
    ['that is no rule', 'every day', /not a part such as FREQ=WEEKLY/],
    ['without a frequency', 'BYDAY=MO', /FREQ must be one of/],
    ['that comes more than once a day', 'FREQ=HOURLY', /at most once a day/],
    ['that names times of day', 'FREQ=DAILY;BYHOUR=1,2', /BYHOUR cannot be used/],
    ['that names a part twice', 'FREQ=DAILY;FREQ=WEEKLY', /stands there twice/],
    ['with an unknown day', 'FREQ=WEEKLY;BYDAY=XX', /"XX" is not one/],
    ['with a numbered day of the week', 'FREQ=WEEKLY;BYDAY=2MO', /needs FREQ=MONTHLY/],
    ['with an interval of none', 'FREQ=DAILY;INTERVAL=0', /INTERVAL takes whole numbers/],
    ['that ends in two ways', 'FREQ=DAILY;COUNT=2;UNTIL=20270101', /either COUNT or UNTIL/],
    ['with an end that is no day', 'FREQ=DAILY;UNTIL=tomorrow', /UNTIL is a day/],
    ['whose days do not exist', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /No window follows/],
    ['that is over', 'FREQ=DAILY;UNTIL=20261110', /No window follows/],
    ['with another line', 'FREQ=DAILY\nEXDATE:20261122T220000Z', /not a part/],
  ])('%s', (_case, rule, message) => {
    expect(faultOf({ rule })).toMatchObject({
      path: 'rule',
      message: expect.stringMatching(message),
    })
  })

  it.each([
    ['longer than until the next', { durationMinutes: 25 * 60 }],
    ['that touch', { durationMinutes: 24 * 60 }],
    [
      'that overlap only when the clock is put forward',
      { durationMinutes: 23 * 60 + 30, timeZone: 'Europe/Berlin' },
    ],
    [
      'of days that follow one another',
      { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,FR', durationMinutes: 30 * 60 },
    ],
  ])('with windows %s', (_case, changes) => {
    expect(faultOf(changes)).toMatchObject({ path: 'durationMinutes' })
  })

  it('that begins at a time which the clock skips, for every window would come at another time', () => {
    const berlin = { timeZone: 'Europe/Berlin', rule: 'FREQ=WEEKLY;BYDAY=SU' }
    expect(faultOf({ ...berlin, start: '2027-03-28T02:30' })).toEqual({
      path: 'start',
      message:
        'On 2027-03-28 the clock is put forward and skips 02:30. Choose another first day, or another time of day.',
    })
    expect(faultOf({ ...berlin, start: '2027-03-28T03:00' })).toBeNull()
    expect(faultOf({ ...berlin, start: '2027-10-31T02:30' })).toBeNull()
    expect(faultOf({ ...berlin, start: '2027-03-21T02:30' })).toBeNull()
  })

  it.each([
    'FREQ=DAILY',
    'RRULE:FREQ=WEEKLY;BYDAY=SA,SU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=DAILY;COUNT=40',
    'freq=yearly;bymonth=2;bymonthday=29',
  ])('but not %s', (rule) => {
    expect(faultOf({ rule })).toBeNull()
  })

  it('with words, never with an exception, whatever is written', () => {
    const parts = fc.constantFrom(
      'FREQ=',
      'BYDAY=',
      'DAILY',
      'MONTHLY',
      ';',
      'COUNT=',
      '-1FR',
      'UNTIL=',
      '9',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((list) => list.join('')),
        ),
        (text) => {
          const parsed = parseRecurrenceRule(text)
          if (!parsed.ok) {
            expect(parsed.message).not.toBe('')
            return
          }
          expect(describeRecurrenceRule(parsed.rule, 'en')).toMatch(/^Every /)
          expect(describeRecurrenceRule(parsed.rule, 'zh-CN')).toMatch(/^每/)
        },
      ),
    )
  })
})

describe('a rule in words', () => {
  it.each([
    ['FREQ=DAILY', 'Every day', '每天'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'Every 3 days 5 times', '每 3 天，共 5 次'],
    ['FREQ=WEEKLY;BYDAY=SA,SU', 'Every week on Saturday and Sunday', '每周，周六、周日'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the 2nd Tuesday', '每月，第 2 个周二'],
    [
      'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231',
      'Every month on the last Friday until 2027-12-31',
      '每月，最后一个周五，到 2027-12-31 为止',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1,-1',
      'Every month on day 1 and the last day',
      '每月，1 日、最后一天',
    ],
    [
      'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11',
      'Every year on day 11 in November',
      '每年，11 日，仅限 11 月',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
      'Every month on Monday and Tuesday only the last of these',
      '每月，周一、周二，只取最后一个',
    ],
  ])('%s', (text, en, zhCn) => {
    const parsed = parseRecurrenceRule(text)
    if (!parsed.ok) throw new Error(parsed.message)
    expect(describeRecurrenceRule(parsed.rule, 'en')).toBe(en)
    expect(describeRecurrenceRule(parsed.rule, 'zh-CN')).toBe(zhCn)
  })
})

it.each([
  ['FREQ=WEEKLY;WKST=XX', 'WKST takes one day such as MO; "XX" is not one.'],
  ['FREQ=WEEKLY;WKST=MO,TU', 'WKST takes one day such as MO; "MO,TU" is not one.'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL takes whole numbers from 1 to 1000; "0" is not one.'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'BYMONTHDAY takes whole numbers from -31 to 31 except 0; "0" is not one.',
  ],
])('The rule %s is refused by the part of it that is wrong', (rule, message) => {
  expect(parseRecurrenceRule(rule)).toEqual({ ok: false, message })
})
