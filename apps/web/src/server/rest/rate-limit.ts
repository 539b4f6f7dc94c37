import { Later } from '../describe-failure.ts'

interface Allowance {
  left: number
  at: number
}

/** Beyond this many names the oldest are forgotten, which only ever allows more. */
const mostNames = 50_000

/**
 * Lets each name pass so many times a second in this process; after a pause as many at once.
 * @throws Later
 */
export function rateLimit(perSecond: number): (name: string) => void {
  const allowances = new Map<string, Allowance>()
  return (name) => {
    const now = performance.now()
    const known = allowances.get(name) ?? { left: perSecond, at: now }
    const left = Math.min(perSecond, known.left + ((now - known.at) / 1_000) * perSecond)
    allowances.delete(name)
    allowances.set(name, { left: left < 1 ? left : left - 1, at: now })
    const [oldest] = allowances.keys()
    if (allowances.size > mostNames && oldest !== undefined) allowances.delete(oldest)
    if (left < 1)
      throw new Later('rate_limited', `At most ${perSecond} requests a second, please.`, 1)
  }
}
