import { masked } from '@highwater/core/audit'
import type { ChannelItem } from '@highwater/db/queries'
import type { ChannelDraft } from './channel-form.tsx'

const longestName = 50

/** What of a channel can be copied: settings whose secrets are masked would be wrong in the copy. */
export const copiedDraft = (channel: ChannelItem, name: string): ChannelDraft => ({
  name: [...name].slice(0, longestName).join(''),
  fallbackChannel: channel.fallbackChannel,
  flow: channel,
  config: Object.fromEntries(
    Object.entries(channel.config).filter(
      ([, value]) => typeof value !== 'string' || !value.includes(masked),
    ),
  ),
})
