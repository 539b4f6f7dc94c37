import { clusterSecretNames, maskConfig } from '@highwater/channels/catalog'
import { type ChannelId, type Instant, isId, type OcpClusterId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channel, ocpCluster } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { permit } from '../permit.ts'
import { type SecretsShown, showSecrets } from '../secrets-shown.ts'
import { departmentVisibleTo } from '../visible.ts'

/** An associated OCP cluster as it may be shown: never its sealed secrets. */
export interface ClusterItem {
  readonly id: OcpClusterId
  readonly name: string
  readonly config: Record<string, unknown>
  readonly secrets: SecretsShown
  readonly testedAt: Instant | null
  /** Those that the viewer may see; while any channel sends through it, it stays. */
  readonly channels: readonly { readonly id: ChannelId; readonly name: string }[]
  readonly version: number
  readonly createdAt: Instant
}

const itemColumns = {
  id: ocpCluster.id,
  name: ocpCluster.name,
  config: ocpCluster.config,
  secretNames: ocpCluster.secretNames,
  testedAt: ocpCluster.testedAt,
  version: ocpCluster.version,
  createdAt: ocpCluster.createdAt,
}

const clusterOf = sql<OcpClusterId | null>`${channel.config} ->> 'cluster'`

async function select(db: Database, viewer: Actor, condition?: SQL): Promise<ClusterItem[]> {
  permit(viewer, 'cluster.read')
  const rows = await db.orm
    .select(itemColumns)
    .from(ocpCluster)
    .where(and(isNull(ocpCluster.deletedAt), condition))
    .orderBy(asc(ocpCluster.name))
    .limit(1_000)
  const users = await db.orm
    .select({ id: channel.id, name: channel.name, cluster: clusterOf })
    .from(channel)
    .where(
      and(
        sql`${clusterOf} is not null`,
        isNull(channel.deletedAt),
        departmentVisibleTo(viewer, channel.departmentId, { shared: true }),
      ),
    )
    .orderBy(asc(channel.name))
  const usersOf = Map.groupBy(users, (user) => user.cluster)
  return rows.map(({ secretNames, config, ...shown }) => ({
    ...shown,
    config: maskConfig(config),
    secrets: showSecrets(clusterSecretNames, secretNames),
    channels: (usersOf.get(shown.id) ?? []).map(({ id, name }) => ({ id, name })),
  }))
}

/** The associated clusters by name. */
export const listClusters = (db: Database, viewer: Actor): Promise<ClusterItem[]> =>
  select(db, viewer)

/** @throws AppError `not_found` */
export async function getCluster(
  db: Database,
  viewer: Actor,
  id: OcpClusterId,
): Promise<ClusterItem> {
  if (!isId(id)) throw notFound('OCP cluster')
  return foundOne(await select(db, viewer, eq(ocpCluster.id, id)), 'OCP cluster')
}
