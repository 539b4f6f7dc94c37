import type { Instant } from '../time.ts'
import type { OpenAlert } from './state.ts'

type Attention = Pick<OpenAlert, 'acknowledgedUntil' | 'snoozedUntil'>

/** Why an alert is not repeated: somebody has it in hand, or wants to hear of it later. */
export function inHand(alert: Attention, now: Instant): 'acknowledged' | 'snoozed' | null {
  if (alert.acknowledgedUntil !== null && alert.acknowledgedUntil > now) return 'acknowledged'
  return alert.snoozedUntil !== null && alert.snoozedUntil > now ? 'snoozed' : null
}

/** The snooze is over, and that has not been told yet. */
export const isWoken = (alert: Attention, now: Instant): boolean =>
  alert.snoozedUntil !== null && alert.snoozedUntil <= now
