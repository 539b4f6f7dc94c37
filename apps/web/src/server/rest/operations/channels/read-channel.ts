import type { ChannelId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getChannel } from '@highwater/db/queries'
import { withShownHealth } from './shown-health.ts'

/** The channel as it is now. */
export const readChannel = async ({ db, actor }: CommandContext, id: string) =>
  withShownHealth(await getChannel(db, actor, id as ChannelId))
