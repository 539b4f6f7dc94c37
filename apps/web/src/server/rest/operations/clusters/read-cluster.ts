import type { OcpClusterId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getCluster } from '@highwater/db/queries'

/** The cluster as it is now. */
export const readCluster = ({ db, actor }: CommandContext, id: string) =>
  getCluster(db, actor, id as OcpClusterId)
