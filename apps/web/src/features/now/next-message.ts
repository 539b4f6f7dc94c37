import type { Instant } from '@highwater/core'
import type { NowAlert } from '@highwater/db/queries'

type Told = Pick<NowAlert, 'snoozedUntil' | 'nextNotifyAt' | 'stale'>

/**
 * When an alert is told again; null where nothing is promised. The repeats of a stale alert are held
 * until its project is heard of.
 */
export function nextMessage(
  { snoozedUntil, nextNotifyAt, stale }: Told,
  isCalm: boolean,
  now: number,
): { readonly is: 'repeat' | 'snooze_end'; readonly at: Instant } | null {
  if (snoozedUntil !== null && snoozedUntil > now) return { is: 'snooze_end', at: snoozedUntil }
  if (nextNotifyAt === null || isCalm || stale) return null
  return { is: 'repeat', at: nextNotifyAt }
}
