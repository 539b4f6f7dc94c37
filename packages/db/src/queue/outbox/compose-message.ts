import { between, type Instant } from '@highwater/core'
import type { AlertMessage, MessageNote, MessageProject } from '@highwater/core/notify'
import type { AlertRow } from '../alert-row.ts'

/** The number by which people name an alert, on the screen and in every message. */
export const shortIdOf = (number: number): string => `A${number}`

export interface Composition {
  readonly kind: AlertMessage['kind']
  readonly alert: AlertRow
  readonly number: number
  readonly project: MessageProject | null
  readonly now: Instant
  readonly consoleUrl: string
  readonly note: MessageNote | null
}

/** What an alert has to say at `now`; channels give it their form when it is sent. */
export function composeMessage(composition: Composition): AlertMessage {
  const { kind, alert, number, project, now, consoleUrl, note } = composition
  return {
    kind,
    shortId: shortIdOf(number),
    alertUrl: `${consoleUrl}/alerts/${alert.id}`,
    event: alert.event,
    severity: alert.severity,
    level: alert.level,
    project,
    subject: alert.subject,
    openedAt: alert.since,
    sentFor: now,
    lasted: between(alert.since, now),
    observed: alert.observed_ms,
    threshold: alert.threshold_ms,
    repeat: kind === 'repeat' ? alert.repeats : 0,
    closeReason: alert.close_reason,
    detail: alert.detail,
    stale: alert.stale,
    note,
  }
}
