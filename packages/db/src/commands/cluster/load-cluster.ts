import { clusterSecretNames, maskConfig } from '@highwater/channels/catalog'
import type { OcpClusterId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import { foundOne } from '../../queries/not-found.ts'
import { ocpCluster } from '../../schema/index.ts'
import { describeSecrets } from '../describe-secrets.ts'
import type { Resource } from '../refused.ts'

/** A living cluster, locked: whoever points a channel at it waits. @throws AppError `not_found` */
export async function loadCluster(tx: Transaction, id: OcpClusterId) {
  const rows = await tx
    .select()
    .from(ocpCluster)
    .where(and(eq(ocpCluster.id, id), isNull(ocpCluster.deletedAt)))
    .for('update')
  return foundOne(rows, 'OCP cluster')
}

export type LoadedCluster = Awaited<ReturnType<typeof loadCluster>>

/** Clusters serve the whole installation. */
export const clusterResource = (row: LoadedCluster | null): Resource => ({
  department: null,
  ...(row === null ? {} : { subject: row }),
})

export const openCluster = (row: LoadedCluster, sealer: Sealer) => ({
  config: row.config,
  secrets: sealer.open(row.sealedSecrets),
})

type Settings = Readonly<Record<string, unknown>>

/** A cluster as the audit and a conflict show it. `before` tells which secrets have been replaced. */
export const describeCluster = (
  name: string,
  settings: { readonly config: Settings; readonly secrets: Settings },
  before: Settings | null = null,
) => ({
  name,
  config: maskConfig(settings.config),
  secrets: describeSecrets(clusterSecretNames, settings.secrets, before),
})
