import { type ChannelInput, clusterKind } from '@highwater/channels/catalog'
import { AppError } from '@highwater/core'
import { and, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { ocpCluster } from '../../schema/index.ts'

/**
 * Holds the cluster that a channel's settings name until the channel is written.
 * @throws AppError `invalid_input` at `config.cluster` when it is gone
 */
export async function expectCluster(tx: Transaction, settings: ChannelInput): Promise<void> {
  if (settings.kind !== clusterKind) return
  const [row] = await tx
    .select({ id: ocpCluster.id })
    .from(ocpCluster)
    .where(
      and(sql`${ocpCluster.id}::text = ${settings.config.cluster}`, isNull(ocpCluster.deletedAt)),
    )
    .for('key share')
  if (row) return
  const message = 'Choose an associated cluster.'
  throw new AppError('invalid_input', message, { faults: [{ path: 'config.cluster', message }] })
}
