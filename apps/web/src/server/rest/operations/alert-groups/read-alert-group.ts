import type { AlertGroupId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getAlertGroup } from '@highwater/db/queries'

/** The alert group as it is now. */
export const readAlertGroup = ({ db, actor }: CommandContext, id: string) =>
  getAlertGroup(db, actor, id as AlertGroupId)
