import { assertNever } from '../../assert-never.ts'
import { detoursAmong } from '../detour.ts'
import { type Intent, type PlanBatch, sift, type Verdict } from '../plan-batch.ts'
import type { PlanContext, ToldState } from '../plan-context.ts'

/**
 * A channel that is younger than the alert, or that refused its first message, hears of it now, as
 * news. Behind a first message that still waits only a raised level is worth a second one: after an
 * outage there is one message, not a burst (A7). Whoever was told of the end hears that it is back.
 */
function judgeRepeat(intent: Intent, told: ToldState): Verdict {
  if (told === 'collected') return { hold: 'merged_into_digest' }
  if (told === 'nothing' || told === 'failed') return { keep: { ...intent, kind: 'firing' } }
  if (told === 'ended') {
    const note = intent.note ?? 'reopened'
    return { keep: { ...intent, kind: 'firing', note }, supersedes: ['repeat', 'resolved'] }
  }
  return told === 'unsent' && intent.note !== 'level_raised'
    ? { hold: 'firing_still_waiting' }
    : { keep: intent, supersedes: ['repeat', 'resolved'] }
}

function judgeEnd(intent: Intent, told: ToldState): Verdict {
  const supersedes = ['firing', 'repeat'] as const
  switch (told) {
    case 'delivered':
    case 'unknown':
    case 'in_flight':
      return { keep: intent, supersedes }
    case 'unsent':
      return { keep: { ...intent, note: 'first_news_of_a_closed_alert' }, supersedes }
    case 'failed':
      return { hold: 'firing_not_delivered' }
    case 'nothing':
      return { hold: 'never_told_here' }
    case 'ended':
      return { hold: 'end_told_already' }
    case 'collected':
      return { hold: 'merged_into_digest' }
    default:
      return assertNever(told)
  }
}

/**
 * Per channel and alert the order is firing, repeats, resolved; what was told decides what fits. Where
 * another channel stands in, what that one was told.
 */
export function inOrder(batch: PlanBatch, context: PlanContext): PlanBatch {
  const detours = detoursAmong(context.channels)
  const toldAt = ({ alert, channel }: Intent): ToldState => {
    const instead = detours.get(channel)
    const there = instead === undefined ? 'nothing' : context.told(alert, instead.id)
    return there === 'nothing' ? context.told(alert, channel) : there
  }
  return sift(batch, (intent) => {
    const told = toldAt(intent)
    switch (intent.kind) {
      case 'firing':
        return told === 'collected'
          ? { hold: 'merged_into_digest' }
          : { keep: intent, supersedes: ['resolved', 'repeat'] }
      case 'repeat':
        return judgeRepeat(intent, told)
      case 'resolved':
        return judgeEnd(intent, told)
      default:
        return assertNever(intent.kind)
    }
  })
}
