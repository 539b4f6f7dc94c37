import type { AlertId, NotificationId } from '../ids.ts'
import type { AlertMessageKind, MessageNote } from '../notify/message.ts'

/** A message about an alert that waited while its channel was cut off. */
export interface WaitingNews {
  readonly id: NotificationId
  readonly alert: AlertId
  readonly kind: AlertMessageKind
  readonly note: MessageNote | null
}

/** The one message that stands for all that waited about an alert. */
export interface CaughtUp {
  /** Null where nothing of it is news any more. */
  readonly kept: Omit<WaitingNews, 'alert'> | null
  readonly leftOut: readonly NotificationId[]
}

/**
 * What a channel that delivers again is told of one alert: the latest message, as what is true now.
 * An alert whose beginning was never told is news still, and if it is over, both in one message.
 * @param waiting what waited about this alert, oldest first
 */
export function latestNews(waiting: readonly WaitingNews[], isOver: boolean): CaughtUp {
  const ids = waiting.map(({ id }) => id)
  const last = waiting.at(-1)
  const isFirst = waiting.some(({ kind }) => kind === 'firing')
  // A repeat of what is over, whose end this channel does not want to hear; an end that is none any
  // more, and that it is open again is held back, as by a silence.
  const isPast = isOver ? !isFirst && last?.kind !== 'resolved' : last?.kind === 'resolved'
  if (!last || isPast) return { kept: null, leftOut: ids }
  const { id, note } = last
  const leftOut = ids.slice(0, -1)
  if (!isOver) return { kept: { id, kind: isFirst ? 'firing' : last.kind, note }, leftOut }
  const combined = isFirst ? 'first_news_of_a_closed_alert' : note
  return { kept: { id, kind: 'resolved', note: combined }, leftOut }
}
