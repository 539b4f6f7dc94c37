import { detoursAmong } from '../detour.ts'
import type { Intent } from '../plan-batch.ts'
import type { PlanContext, ToldState } from '../plan-context.ts'

/** What the channel of an intent was told of its alert; where another stands in for it, what that one was. */
export function toldAt(context: PlanContext): (intent: Intent) => ToldState {
  const detours = detoursAmong(context.channels)
  return ({ alert, channel }) => {
    const instead = detours.get(channel)
    const there = instead === undefined ? 'nothing' : context.told(alert, instead.id)
    return there === 'nothing' ? context.told(alert, channel) : there
  }
}

/**
 * The end of an alert whose first message still waits. It takes that one's place and says both, so that
 * no wish about ends holds it: the first message would call people to what is over.
 */
export function isEndOfUntold(context: PlanContext): (intent: Intent) => boolean {
  const told = toldAt(context)
  return (intent) => intent.kind === 'resolved' && told(intent) === 'unsent'
}
