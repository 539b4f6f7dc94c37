import type { ChannelId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getChannel } from '@highwater/db/queries'

/** The channel as it is now. */
export const readChannel = ({ db, actor }: CommandContext, id: string) =>
  getChannel(db, actor, id as ChannelId)
