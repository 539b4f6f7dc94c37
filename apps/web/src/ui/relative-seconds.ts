/**
 * Whole seconds between a point in time and the page's clock. That clock ticks once a second, so that
 * the newest of the past would otherwise lie in the future for a moment: "last run in 1 s".
 * @param toCome of something that is still to come, rather than of something past
 */
export const relativeSeconds = (at: number, now: number, toCome: boolean): number =>
  Math.max(0, Math.floor((toCome ? at - now : now - at) / 1_000))
