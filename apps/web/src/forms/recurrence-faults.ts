/** What is wrong with the rule of a maintenance window, by what the rule's reader says in English. */
const faults: readonly (readonly [RegExp, string])[] = [
  [
    /^(\w+) takes whole numbers from (\S+) to (\d+) except 0; "(.*)" is not one\.$/,
    '$1 须为 $2 至 $3 之间的非零整数，“$4”不符合。',
  ],
  [
    /^(\w+) takes whole numbers from (\S+) to (\d+); "(.*)" is not one\.$/,
    '$1 须为 $2 至 $3 之间的整数，“$4”不符合。',
  ],
  [
    /^BYDAY takes days such as .*; "(.*)" is not one\.$/,
    'BYDAY 须为 MO、2TU、-1FR 这样的写法，“$1”不符合。',
  ],
  [/^WKST takes one day such as MO; "(.*)" is not one\.$/, 'WKST 须为 MO 这样的一天，“$1”不符合。'],
  [/^"(.*)" is not a part such as .*$/s, '“$1”不是 FREQ=WEEKLY 这样的写法。各部分用分号隔开。'],
  [/^(\w+) stands there twice\.$/, '$1 出现了两次。'],
  [
    /^(\w+) cannot be used\. Days are told by (.*); the time of day is that of the start\.$/,
    '不支持 $1。可用的有 $2；时刻取自开始时间。',
  ],
  [/^FREQ must be one of (.*): .*$/, 'FREQ 须为 $1 之一：窗口每天最多一次。'],
  [/^Use either COUNT or UNTIL, not both\.$/, 'COUNT 和 UNTIL 只能填一个。'],
  [
    /^UNTIL is a day such as .*$/,
    'UNTIL 须为日期（如 20261231）或 UTC 时间（如 20261231T235959Z）。',
  ],
  [
    /^A numbered day such as 2TU needs .*$/,
    '2TU 这样带序号的写法只能用于 FREQ=MONTHLY 或 FREQ=YEARLY。',
  ],
  [/^Say when the window comes again\.$/, '请填写重复规则。'],
]

/** The Chinese of a fault of such a rule, with what was written in it; null where it is none. */
export function chineseRecurrenceFault(message: string): string | null {
  for (const [pattern, chinese] of faults) {
    if (pattern.test(message)) return message.replace(pattern, chinese)
  }
  return null
}
