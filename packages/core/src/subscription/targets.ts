import type { AlertGroupId, ChannelId, UserId } from '../ids.ts'
import type { PersonRole } from '../person/addressed.ts'
import type { GuardedLevel, ProtectionLevel } from '../policy/level.ts'
import type { LevelTargets, Subscription } from './subscription.ts'

/** A channel as far as a subscription's targets are concerned. */
export interface TargetChannel {
  readonly id: ChannelId
  readonly department: string | null
  /** The person whose own it is; nobody else can be told through it. */
  readonly person?: UserId | null
}

/** Under which level's targets an alert falls: without protection it is treated as low. */
export const targetLevelOf = (level: ProtectionLevel): GuardedLevel =>
  level === 'none' ? 'low' : level

/**
 * The channels that a subscription's targets stand for, each once, in the order of `channels`.
 * Channels and groups that are gone stand for nothing, and people for their own channels that are on.
 */
export function channelsOf<Channel extends TargetChannel>(
  subscription: Pick<Subscription, 'department'>,
  targets: Pick<LevelTargets, 'channels' | 'groups' | 'people'> & {
    readonly allChannels?: boolean
  },
  channels: readonly Channel[],
  members: (group: AlertGroupId) => readonly ChannelId[],
  reachable: (role: PersonRole) => readonly ChannelId[] = () => [],
): Channel[] {
  const { people = [] } = targets
  const named = new Set([
    ...targets.channels,
    ...targets.groups.flatMap(members),
    ...people.flatMap(reachable),
  ])
  return channels.filter(
    (channel) =>
      named.has(channel.id) ||
      (targets.allChannels === true &&
        (channel.person ?? null) === null &&
        channel.department === subscription.department),
  )
}

/** Whether all that is named to be told are alert groups, and none of them has a channel: nobody hears of it. */
export const namesEmptyGroupsOnly = (
  { allChannels, channels, groups, people = [] }: LevelTargets,
  members: (group: AlertGroupId) => readonly ChannelId[],
): boolean =>
  !allChannels &&
  channels.length + people.length === 0 &&
  groups.length > 0 &&
  groups.every((group) => members(group).length === 0)
