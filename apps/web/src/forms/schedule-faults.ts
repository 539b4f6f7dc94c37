const past = /^Choose a time to come: it is \S+ now\.$/
const overlap = /^The next window begins after (\d+) minutes, before this one has ended\./

/** The Chinese of a rule about times, whatever its times are; null where it is none. */
export function chineseScheduleFault(message: string): string | null {
  if (past.test(message)) return '请选择将来的时间。'
  const [, minutes] = overlap.exec(message) ?? []
  return minutes === undefined
    ? null
    : `${minutes} 分钟后下一次窗口就会开始，而这一次还未结束。请缩短时长，或改用静默。`
}
