import { assertNever } from '../../assert-never.ts'
import { type Intent, type PlanBatch, sift, type Verdict } from '../plan-batch.ts'
import type { PlanContext, ToldState } from '../plan-context.ts'
import { toldAt } from './told-at.ts'

/**
 * A channel that is younger than the alert, or that refused its first message, hears of it now, as
 * news. Behind a first message that still waits only a raised level is worth a second one: after an
 * outage there is one message, not a burst (A7); neither does it wait for a digest. Whoever was told of
 * the end hears that it is back.
 */
function judgeRepeat(intent: Intent, told: ToldState): Verdict {
  if (told === 'collected' && intent.note !== 'level_raised') return { hold: 'merged_into_digest' }
  if (told === 'nothing' || told === 'failed' || told === 'collected')
    return { keep: { ...intent, kind: 'firing' } }
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
  const toldOf = toldAt(context)
  return sift(batch, (intent) => {
    const told = toldOf(intent)
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
