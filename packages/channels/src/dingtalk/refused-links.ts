import { hours, type Instant, plus } from '@highwater/core'
import { memoryKey } from '../memory.ts'

/** One may be the link of that message alone; with two in a row the console's own is the likely one. */
const enough = 2
/** Then one message with links asks again. */
const keptFor = hours(1)
const mostRobots = 1_000

interface Refused {
  readonly inARow: number
  readonly until: Instant
}

/** The robots of this process that refused the links of their newest messages. */
const robots = new Map<string, Refused>()

/** A robot as it is known here. */
export const robotKey = (server: string, token: string): string =>
  memoryKey('dingtalk links', server, token)

/**
 * Whether a robot is to be sent no links: each message that it refuses for one is sent twice, and both
 * may count against its 20 a minute.
 */
export function refusesLinks(robot: string, now: Instant): boolean {
  const known = robots.get(robot)
  return known !== undefined && known.inARow >= enough && known.until > now
}

export function noteLinks(robot: string, were: 'taken' | 'refused', now: Instant): void {
  if (were === 'taken') {
    robots.delete(robot)
    return
  }
  const inARow = (robots.get(robot)?.inARow ?? 0) + 1
  robots.delete(robot)
  robots.set(robot, { inARow, until: plus(now, keptFor) })
  const [oldest] = robots.keys()
  if (robots.size > mostRobots && oldest !== undefined) robots.delete(oldest)
}
