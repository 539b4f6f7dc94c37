import type { AlertGroupId, ChannelId } from '../ids.ts'
import type { GuardedLevel, ProtectionLevel } from '../policy/level.ts'
import type { LevelTargets, Subscription } from './subscription.ts'

/** A channel as far as a subscription's targets are concerned. */
export interface TargetChannel {
  readonly id: ChannelId
  readonly department: string | null
}

/** Under which level's targets an alert falls: without protection it is treated as low. */
export const targetLevelOf = (level: ProtectionLevel): GuardedLevel =>
  level === 'none' ? 'low' : level

/**
 * The channels that a subscription's targets stand for, each once, in the order of `channels`.
 * Channels and groups that are gone stand for nothing.
 */
export function channelsOf<Channel extends TargetChannel>(
  subscription: Pick<Subscription, 'department'>,
  targets: Pick<LevelTargets, 'channels' | 'groups'> & { readonly allChannels?: boolean },
  channels: readonly Channel[],
  members: (group: AlertGroupId) => readonly ChannelId[],
): Channel[] {
  const named = new Set([...targets.channels, ...targets.groups.flatMap(members)])
  return channels.filter(
    (channel) =>
      named.has(channel.id) ||
      (targets.allChannels === true && channel.department === subscription.department),
  )
}
