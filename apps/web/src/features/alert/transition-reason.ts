import { type HoldReason, holdReasons, type TimelineType } from '@highwater/core/alert'
import {
  type CloseReason,
  closeReasons,
  type MessageNote,
  messageNotes,
} from '@highwater/core/notify'
import type { TimelineEntry } from '@highwater/db/queries'

/** What a timeline's reason is: the same word may stand for a hold or for a note, by the entry. */
export type TransitionReason =
  | { readonly of: 'hold'; readonly reason: HoldReason }
  | { readonly of: 'close'; readonly reason: CloseReason }
  | { readonly of: 'note'; readonly reason: MessageNote }

const told: readonly TimelineType[] = ['fire', 'repeat', 'raise', 'escalate']

const among = <Reason extends string>(known: readonly Reason[], reason: string | null) =>
  known.find((each) => each === reason)

/** The reason that an entry carries; null where it has none that a sentence must name. */
export function reasonOfEntry({
  type,
  reason,
}: Pick<TimelineEntry, 'type' | 'reason'>): TransitionReason | null {
  if (told.includes(type)) {
    const note = among(messageNotes, reason)
    return note === undefined ? null : { of: 'note', reason: note }
  }
  const close = among(closeReasons, reason)
  if (close !== undefined && (type === 'close' || type === 'drop')) {
    return { of: 'close', reason: close }
  }
  const hold = among(holdReasons, reason)
  return hold === undefined ? null : { of: 'hold', reason: hold }
}
