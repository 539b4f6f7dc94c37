import type { AlertId, ChannelId, NotificationId } from '../ids.ts'
import { urgentPriority } from '../notify/priority.ts'

/** A message that waits to be sent. */
export interface Waiting {
  readonly id: NotificationId
  readonly channel: ChannelId
  /** Null for a digest. */
  readonly alert: AlertId | null
  readonly priority: number
}

/** Messages of one channel that one digest shall tell instead. */
export interface Fold {
  readonly channel: ChannelId
  /** It tells of high alerts that nobody has heard of yet, and goes before what is not urgent. */
  readonly urgent: boolean
  readonly notifications: readonly NotificationId[]
}

/** The messages of one alert to one channel stay together: a digest must not overtake one of them. */
type Strand = readonly [Waiting, ...Waiting[]]

function strandsOf(waiting: readonly Waiting[]): Strand[] {
  const strands = new Map<string, [Waiting, ...Waiting[]]>()
  for (const message of waiting) {
    const key = `${message.channel} ${message.alert ?? message.id}`
    const strand = strands.get(key)
    if (strand) strand.push(message)
    else strands.set(key, [message])
  }
  return [...strands.values()]
}

const isUrgent = (strand: Strand): boolean =>
  strand.some(({ priority }) => priority <= urgentPriority)

/** One digest per channel; a message that is alone there goes out as it is. */
function foldsOf(strands: readonly Strand[], urgent: boolean): Fold[] {
  const byChannel = Map.groupBy(strands, ([first]) => first.channel)
  return [...byChannel].flatMap(([channel, members]) =>
    members.length < 2
      ? []
      : [{ channel, urgent, notifications: members.flat().map(({ id }) => id) }],
  )
}

/**
 * C9: what becomes of the messages that wait for a robot when there are more of them than it may
 * soon be sent. First messages of high alerts still go one by one, as many as fit beside the
 * digests; all others become one digest per channel. Nothing is left out: what is not folded waits.
 * @param waiting in the order in which they would be sent
 * @param sendable how many messages the robot may be sent soon
 */
export function foldOverflow(waiting: readonly Waiting[], sendable: number): readonly Fold[] {
  if (waiting.length <= sendable) return []
  const strands = strandsOf(waiting)
  const urgent = strands.filter(isUrgent)
  const others = foldsOf(
    strands.filter((strand) => !isUrgent(strand)),
    false,
  )
  const room = sendable - others.length
  if (urgent.length <= room) return others
  const channels = new Set(urgent.map(([first]) => first.channel)).size
  const alone = Math.max(0, room - channels)
  return [...foldsOf(urgent.slice(alone), true), ...others]
}
