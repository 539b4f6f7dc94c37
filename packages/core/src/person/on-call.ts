import type { UserId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { parseWallTime, startOfDay, wallTime, wallTimeAt } from '../zoned-time.ts'

/** How the people of a rota take turns; `together` means that all of them are on call at any time. */
export const onCallTurns = ['together', 'daily', 'weekly'] as const
export type OnCallTurns = (typeof onCallTurns)[number]

/** Who is on call in a department, and when they hand over. */
export interface OnCallRota {
  /** In the order of their turns; never empty. */
  readonly people: readonly UserId[]
  readonly turns: OnCallTurns
  /** The day on which the first person's first turn begins: `YYYY-MM-DD`. */
  readonly startsOn: string
  /** The hour of the day, 0–23 by the clock on the wall, at which a turn begins. */
  readonly handoverHour: number
  readonly timeZone: string
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const daysPerTurn = { daily: 1, weekly: 7 } as const

/** Which turn it is, counted from 0; before the first one it counts backwards. */
function turnAt(rota: OnCallRota, turns: 'daily' | 'weekly', now: Instant): number {
  // Before the handover the day before still counts.
  const shown = wallTime(wallTimeAt(now, rota.timeZone) - rota.handoverHour * hourMs)
  const [today, first] = [startOfDay(shown), parseWallTime(`${rota.startsOn}T00:00`)]
  return Math.floor((today - first) / dayMs / daysPerTurn[turns])
}

/**
 * Who is on call at `now`. Whoever is away for good is passed over: the next in the order, who is
 * not, stands in.
 */
export function onCallAt(
  rota: OnCallRota,
  now: Instant,
  isThere: (person: UserId) => boolean,
): readonly UserId[] {
  const { people, turns } = rota
  if (turns === 'together') return people.filter(isThere)
  const first = turnAt(rota, turns, now)
  const inTurn = people.map((_, step) => people.at((first + step) % people.length))
  const person = inTurn.find((candidate) => candidate !== undefined && isThere(candidate))
  return person === undefined ? [] : [person]
}
