import type { CloseReason } from '../notify/message.ts'
import type { Signal } from '../project/signal.ts'
import type { Instant } from '../time.ts'
import type { Episode } from './history.ts'
import { Playback } from './playback.ts'
import { type ReplayStart, withoutRepeats } from './replay.ts'

/** An alert that came and went while nobody looked. */
export interface MissedEpisode extends Omit<Episode, 'recoveringSince'> {
  readonly closedAt: Instant
  readonly closeReason: CloseReason
}

/** What is good again when somebody looks opens nothing any more, so it counts as over then. */
function endOf(
  { closedAt, closeReason, recoveringSince }: Episode,
  to: Instant,
): Pick<MissedEpisode, 'closedAt' | 'closeReason'> | null {
  if (closedAt !== null && closeReason !== null) return { closedAt, closeReason }
  return recoveringSince === null ? null : { closedAt: to, closeReason: 'recovered' }
}

/**
 * The alerts that began and ended in the time from `from` to `to`, by the very rules that would have
 * judged it. The signals may begin earlier: what was in breach before is not told of again. What
 * still stands at the end is left to whoever judges next.
 */
export function missedEpisodes(
  start: ReplayStart,
  signals: Iterable<Signal>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): MissedEpisode[] {
  if (start.thresholds === null) return []
  const playback = new Playback({ ...start, thresholds: withoutRepeats(start.thresholds) })
  let isBefore = true
  for (const signal of signals) {
    if (isBefore && signal.receivedAt >= from) {
      playback.passUntil(from)
      playback.forgetEnded()
      isBefore = false
    }
    playback.hearOut(signal)
  }
  playback.passUntil(to)
  return playback.episodes().flatMap(({ recoveringSince, ...episode }) => {
    const end = endOf({ ...episode, recoveringSince }, to)
    return episode.openedAt < from || end === null ? [] : [{ ...episode, ...end }]
  })
}
