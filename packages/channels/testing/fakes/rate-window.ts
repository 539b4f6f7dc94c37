export interface Allowance {
  readonly count: number
  readonly perMs: number
}

/** More than an allowance in its time, and everything is refused for `blockMs`. */
export function createRateWindow(allowances: readonly Allowance[], blockMs: number) {
  let recent: number[] = []
  let blockedUntil = 0
  const longest = Math.max(0, ...allowances.map(({ perMs }) => perMs))
  return (now: number): 'room' | 'over' => {
    if (now < blockedUntil) return 'over'
    recent = recent.filter((at) => now - at < longest)
    const full = allowances.some(
      ({ count, perMs }) => recent.filter((at) => now - at < perMs).length >= count,
    )
    if (full) {
      blockedUntil = now + blockMs
      return 'over'
    }
    recent.push(now)
    return 'room'
  }
}
