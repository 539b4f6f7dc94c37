import type { Instant } from '@highwater/core'
import type { LoadedChannel } from './load-channel.ts'

interface ChannelChange {
  readonly isSwitchedOff: boolean
  readonly settings: 'same' | 'tested' | 'untested'
}

const closed = {
  failures: 0,
  failingSince: null,
  breakerOpenedAt: null,
  probeAt: null,
  probes: 0,
} as const

/**
 * The columns of a channel's breaker after a change of it. Only a delivered test proves that it works
 * again; other new settings deserve a probe at once.
 */
export function breakerAfter(
  present: LoadedChannel,
  { isSwitchedOff, settings }: ChannelChange,
  now: Instant,
) {
  const { breakerOpenedAt, catchUpSince } = present
  // What it has not sent is cancelled, so that there is nothing to catch up with.
  if (isSwitchedOff) return { ...closed, catchUpSince: null, dueAt: now }
  if (settings === 'tested') {
    return { ...closed, catchUpSince: catchUpSince ?? breakerOpenedAt, dueAt: now }
  }
  return settings === 'untested' && breakerOpenedAt !== null ? { probeAt: now, probes: 0 } : {}
}
