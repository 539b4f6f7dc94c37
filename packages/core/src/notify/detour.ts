import type { ChannelId } from '../ids.ts'
import type { PlannedChannel } from './plan-context.ts'

type Channels = ReadonlyMap<ChannelId, PlannedChannel>

const canTell = ({ enabled, kindOff, quotaSpent }: PlannedChannel): boolean =>
  enabled && kindOff !== true && quotaSpent !== true

/** The first channel along the fallbacks that can tell, passing those whose quota is spent, too. */
function followed(from: PlannedChannel, channels: Channels): PlannedChannel | null {
  const passed = new Set<ChannelId>()
  for (let at: PlannedChannel | undefined = from; at?.quotaSpent === true; ) {
    if (passed.has(at.id)) return null
    passed.add(at.id)
    const next: PlannedChannel | undefined = at.fallback ? channels.get(at.fallback) : undefined
    if (next !== undefined && canTell(next)) return next
    at = next
  }
  return null
}

/**
 * Where the messages of channels go whose provider takes no more this month. A channel without a
 * fallback that can tell is not among them: its messages wait.
 */
export function detoursAmong(
  channels: readonly PlannedChannel[],
): ReadonlyMap<ChannelId, PlannedChannel> {
  const spent = channels.filter(({ quotaSpent }) => quotaSpent === true)
  if (spent.length === 0) return new Map()
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  return new Map(
    spent.flatMap((channel) => {
      const instead = followed(channel, byId)
      return instead === null ? [] : [[channel.id, instead] as const]
    }),
  )
}
