import type { AnswerSpeed } from './answer-speed.ts'

/** A channel that needs longer for what it has under way is not quick. */
const slowAfterMs = 500
/**
 * What quick channels answer in this time is on its way to them, and not less than a claim brings. More
 * would wait here as well as in the database, and grow old enough to be collected at great cost.
 */
const aheadMs = 100
const leastAhead = 400

interface UnderWay {
  readonly speed: AnswerSpeed
  readonly count: number
}

export interface Weighed {
  /** Messages that all quick channels may have under way together. */
  readonly mostOfQuick: number
  /** Messages that the others have under way, which takes nothing from the quick ones. */
  readonly ofOthers: number
}

/**
 * Tells quick channels from the others. To receivers that are far away the way itself takes longer, and of
 * slow ones nobody knows when they answer: both are limited by the parameters alone.
 * @param now milliseconds of a steady clock
 */
export function weighChannels(channels: Iterable<UnderWay>, now: number): Weighed {
  let perMs = 0
  let ofOthers = 0
  for (const { count, speed } of channels) {
    const speedNow = speed.perMs(now)
    const isQuick = speedNow === null || (speed.isNear && count <= speedNow * slowAfterMs)
    if (isQuick) perMs += speedNow ?? 0
    else ofOthers += count
  }
  return { mostOfQuick: Math.max(leastAhead, Math.ceil(perMs * aheadMs)), ofOthers }
}
