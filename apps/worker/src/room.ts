import type { ChannelId } from '@highwater/core'
import { AnswerSpeed, ofUnknown } from './answer-speed.ts'
import { weighChannels } from './weigh-channels.ts'

/** What may be under way at once: in all until it is settled, and to one channel until it is answered. */
export interface Limits {
  readonly inAll: number
  /** Of a channel that answers fast; a slow one has fewer. */
  readonly perChannel: number
}

/** A channel that had nothing to answer for so long is a stranger again. */
const forgottenAfterMs = 10_000

/** Claims come in portions: each costs the same, however few it brings. */
export const portionOf = (atMost: number): number => Math.ceil(atMost / 2)

interface Destination {
  readonly channelId: ChannelId | null
  readonly channelKind: string
}

export interface Room {
  /** Before each claim: channels may have become slow or quick since the last. */
  readonly setLimits: (limits: Limits) => void
  readonly size: () => number
  /** How many more may be sent; 0 while it would be too few for a claim, or too many wait to be settled. */
  readonly left: () => number
  /** Whether a channel has no room for a whole portion. */
  readonly isBusy: (channel: ChannelId) => boolean
  readonly busyChannels: () => ChannelId[]
  /** What a channel that has not been heard of may be sent at once. */
  readonly portionOfStranger: () => number
  /** What a channel that has been heard of may be sent next, unless it is busy. */
  readonly portions: () => Readonly<Record<ChannelId, number>>
  readonly enter: (destination: Destination) => void
  /** Its channel has room again, while the database still keeps the receipt. */
  readonly answered: (destination: Destination, tookMs: number) => void
  readonly leave: () => void
}

export interface RoomOptions {
  /** Kinds that take fewer messages at once than the limits say. */
  readonly gentle: Readonly<Record<string, number>>
  /** With so many answers unsettled no more is sent: it would only wait with them, and fill the heap. */
  readonly mostUnsettled: number
  /** Called when there is room again where there was none. */
  readonly ring: () => void
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

interface Known {
  readonly kind: string
  readonly speed: AnswerSpeed
  count: number
}

/** Counts what is under way, and how fast channels answer. */
export function createRoom({ gentle, mostUnsettled, ring, now }: RoomOptions): Room {
  let limits: Limits = { inAll: 1, perChannel: 1 }
  let size = 0
  let unanswered = 0
  const channels = new Map<ChannelId, Known>()
  let weighed = weighChannels([], now())

  const left = () => {
    if (size - unanswered >= mostUnsettled) return 0
    const { mostOfQuick, ofOthers } = weighed
    const most = Math.min(limits.inAll, mostOfQuick)
    const free = Math.min(limits.inAll - size, mostOfQuick - (unanswered - ofOthers))
    return free < Math.ceil(most / 8) ? 0 : free
  }
  const allowedTo = ({ kind, speed }: Known) =>
    Math.min(speed.allows(limits.perChannel), gentle[kind] ?? limits.perChannel)
  const isFull = (known: Known) => {
    const allowed = allowedTo(known)
    return known.count > allowed - portionOf(allowed)
  }
  const isBusy = (channel: ChannelId) => {
    const known = channels.get(channel)
    return known !== undefined && isFull(known)
  }
  const knownOf = (channel: ChannelId, kind: string): Known => {
    const known = channels.get(channel) ?? { kind, speed: new AnswerSpeed(now()), count: 0 }
    channels.set(channel, known)
    return known
  }
  const forget = () => {
    const then = now() - forgottenAfterMs
    for (const [channel, { count, speed }] of channels) {
      if (count === 0 && !speed.heardSince(then)) channels.delete(channel)
    }
  }

  /** Whether it has room for a portion again, where it had none. */
  const isFreedBy = (known: Known, tookMs: number): boolean => {
    const wasFull = isFull(known)
    known.count -= 1
    known.speed.hear(now(), tookMs)
    return wasFull && !isFull(known)
  }

  return {
    setLimits: (given) => {
      limits = given
      forget()
      weighed = weighChannels(channels.values(), now())
    },
    size: () => size,
    left,
    isBusy,
    busyChannels: () => [...channels.keys()].filter(isBusy),
    portionOfStranger: () => portionOf(Math.min(ofUnknown, limits.perChannel)),
    portions: () =>
      Object.fromEntries(
        [...channels].map(([channel, known]) => [channel, portionOf(allowedTo(known))]),
      ),
    enter: ({ channelId, channelKind }) => {
      size += 1
      unanswered += 1
      if (channelId === null) return
      const known = knownOf(channelId, channelKind)
      if (known.count === 0) known.speed.begin(now())
      known.count += 1
    },
    answered: ({ channelId, channelKind }, tookMs) => {
      const wasFull = left() === 0
      unanswered -= 1
      const isFreed = channelId !== null && isFreedBy(knownOf(channelId, channelKind), tookMs)
      if ((wasFull || isFreed) && left() > 0) ring()
    },
    leave: () => {
      const wasFull = left() === 0
      size -= 1
      if (wasFull && left() > 0) ring()
    },
  }
}
