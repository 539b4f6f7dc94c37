import { between, type Instant, type Millis } from '@highwater/core'
import type { AlertMessage, MessageNote, MessageProject } from '@highwater/core/notify'
import type { MentionedPerson } from '@highwater/core/person'
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
  /** Whom it calls; left out for nobody. */
  readonly mentions?: readonly MentionedPerson[]
}

const foundLate = (late: Millis | null) => (late === null ? {} : { detectedLate: late })

const closedBy = ({ closed_by_name: name, close_note: note }: AlertRow) =>
  name === null ? {} : { closedBy: { name, note } }

/** An end of which it turned out that its reader has heard nothing else of the alert. */
export const asFirstNews = (end: AlertMessage, detectedLate: Millis | null): AlertMessage => ({
  ...end,
  note: 'first_news_of_a_closed_alert',
  ...foundLate(detectedLate),
})

/** What an alert has to say at `now`; channels give it their form when it is sent. */
export function composeMessage(composition: Composition): AlertMessage {
  const { kind, alert, number, project, now, consoleUrl, note, mentions = [] } = composition
  const isFirstNews = kind === 'firing' || note === 'first_news_of_a_closed_alert'
  // An end that was held back is told later than it came.
  const at = kind === 'resolved' ? (alert.closed_at ?? now) : now
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
    sentFor: at,
    lasted: between(alert.since, at),
    observed: alert.observed_ms,
    threshold: alert.threshold_ms,
    repeat: kind === 'repeat' ? alert.repeats : 0,
    closeReason: alert.close_reason,
    ...(kind === 'resolved' ? closedBy(alert) : {}),
    detail: alert.detail,
    particulars: alert.particulars,
    stale: alert.stale,
    note,
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(note === 'flapping' ? { turns: alert.turned_at.length } : {}),
    ...(isFirstNews ? foundLate(alert.detected_late_ms) : {}),
  }
}
