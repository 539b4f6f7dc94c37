import type { Locale } from '@highwater/core'
import { type AlertEvent, alertEvents, alertEventTitles } from '@highwater/core/alert'

const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)

/** The name of each event as it stands within a sentence. */
export const eventNames = (locale: Locale): Readonly<Record<AlertEvent, string>> =>
  Object.fromEntries(
    alertEvents.map((event) => [event, inSentence(alertEventTitles[event][locale])]),
  ) as Record<AlertEvent, string>
