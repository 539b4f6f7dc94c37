import type { SourceId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getSource } from '@highwater/db/queries'

/** The source as it is now. */
export const readSource = ({ db, actor }: CommandContext, id: string) =>
  getSource(db, actor, id as SourceId)
