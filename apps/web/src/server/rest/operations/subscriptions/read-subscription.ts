import type { SubscriptionId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getSubscription } from '@highwater/db/queries'

/** The subscription as it is now. */
export const readSubscription = ({ db, actor }: CommandContext, id: string) =>
  getSubscription(db, actor, id as SubscriptionId)
