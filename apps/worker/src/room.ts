import type { ChannelId } from '@highwater/core'

/** What may be under way at once: in all until it is settled, and to one channel until it is answered. */
export interface Limits {
  readonly inAll: number
  readonly perChannel: number
}

/** Claims come in portions: each costs the same, however few it brings. */
export const portionOf = (atMost: number): number => Math.ceil(atMost / 2)

interface Destination {
  readonly channelId: ChannelId | null
  readonly channelKind: string
}

export interface Room {
  readonly setLimits: (limits: Limits) => void
  readonly size: () => number
  /** How many more may be sent; 0 while it would be too few for a claim, or too many wait to be settled. */
  readonly left: () => number
  /** Whether a channel has no room for a whole portion. */
  readonly isBusy: (channel: ChannelId) => boolean
  readonly busyChannels: () => ChannelId[]
  readonly enter: (destination: Destination) => void
  /** Its channel has room again, while the database still keeps the receipt. */
  readonly answered: (destination: Destination) => void
  readonly leave: () => void
}

export interface RoomOptions {
  /** Kinds that take fewer messages at once than the limits say. */
  readonly gentle: Readonly<Record<string, number>>
  /** With so many answers unsettled no more is sent: it would only wait with them, and fill the heap. */
  readonly mostUnsettled: number
  /** Called when there is room again where there was none. */
  readonly ring: () => void
}

/** Counts what is under way. */
export function createRoom({ gentle, mostUnsettled, ring }: RoomOptions): Room {
  let limits: Limits = { inAll: 1, perChannel: 1 }
  let size = 0
  let unanswered = 0
  const counts = new Map<ChannelId, { readonly kind: string; count: number }>()

  const left = () => {
    if (size - unanswered >= mostUnsettled) return 0
    const free = limits.inAll - size
    return free < Math.ceil(limits.inAll / 8) ? 0 : free
  }
  const isBusy = (channel: ChannelId) => {
    const known = counts.get(channel)
    if (known === undefined) return false
    const allowed = Math.min(limits.perChannel, gentle[known.kind] ?? limits.perChannel)
    return known.count > allowed - portionOf(allowed)
  }
  const count = ({ channelId, channelKind }: Destination, change: 1 | -1) => {
    if (channelId === null) return
    const known = counts.get(channelId) ?? { kind: channelKind, count: 0 }
    known.count += change
    if (known.count === 0) counts.delete(channelId)
    else counts.set(channelId, known)
  }

  return {
    setLimits: (given) => {
      limits = given
    },
    size: () => size,
    left,
    isBusy,
    busyChannels: () => [...counts.keys()].filter(isBusy),
    enter: (destination) => {
      size += 1
      unanswered += 1
      count(destination, 1)
    },
    answered: (destination) => {
      const { channelId } = destination
      const wasBusy = channelId !== null && isBusy(channelId)
      unanswered -= 1
      count(destination, -1)
      if (wasBusy && !isBusy(channelId) && left() > 0) ring()
    },
    leave: () => {
      const wasFull = left() === 0
      size -= 1
      if (wasFull && left() > 0) ring()
    },
  }
}
