import type { ChannelItem } from '@highwater/db/queries'
import { hasFailedLast } from '../../../../channel-health/has-failed-last.ts'

/** What an answer says of a channel; `failing` is worked out of its last attempt and never stored. */
export const shownHealths = ['untried', 'working', 'failing', 'needs_attention'] as const

type Health = Pick<ChannelItem, 'health' | 'healthReason' | 'lastDeliveredAt' | 'lastFailedAt'>

/** The channel with its health as the console calls it. */
export const withShownHealth = <Channel extends Health>(channel: Channel) => ({
  ...channel,
  health:
    channel.health !== 'needs_attention' && hasFailedLast(channel)
      ? ('failing' as const)
      : channel.health,
})
