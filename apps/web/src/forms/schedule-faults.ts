const past = /^Choose a time to come: it is \S+ now\.$/
const overlap = /^The next window begins after (\d+) minutes, before this one has ended\./
const skipped = /^On (\S+) the clock is put forward and skips (\S+)\./

/** The Chinese of a rule about times, whatever its times are; null where it is none. */
export function chineseScheduleFault(message: string): string | null {
  if (past.test(message)) return '请选择将来的时间。'
  const [, day, time] = skipped.exec(message) ?? []
  if (day !== undefined && time !== undefined) {
    return `${day} 时钟拨快，没有 ${time} 这个时刻。请选择其他日期或时间。`
  }
  const [, minutes] = overlap.exec(message) ?? []
  return minutes === undefined
    ? null
    : `${minutes} 分钟后下一次窗口就会开始，而这一次还未结束。请缩短时长，或改用静默。`
}
