import type { AlertMessage, CloseReason } from '@highwater/core/notify'
import { nameOf } from './name-of.ts'
import type { PeoplesCloseReason, Phrases } from './phrases.ts'

const isPeoples = (reason: CloseReason, say: Phrases): reason is PeoplesCloseReason =>
  reason in say.closedBy

/** Why an alert is over, and who ended it, in a sentence. */
export function endOf(
  { closeReason, closedBy }: AlertMessage,
  say: Phrases,
  dataBytes: number,
): string {
  if (closeReason === null) return say.closedForUnknownReason
  if (closedBy === undefined || !isPeoples(closeReason, say)) return say.closed[closeReason]
  return say.closedBy[closeReason](nameOf(closedBy.name, dataBytes))
}

/** Why they closed it, in their own words; null where they gave none, or are not the ones who ended it. */
export function closeNoteOf({ kind, closeReason, closedBy }: AlertMessage, dataBytes: number) {
  if (kind !== 'resolved' || closeReason !== 'closed_by_person') return null
  return nameOf(closedBy?.note ?? '', dataBytes) || null
}
