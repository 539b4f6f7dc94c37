import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { channel, ocpCluster } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { expectUnused } from '../subscription/users-of.ts'
import { clusterResource, describeCluster, loadCluster, openCluster } from './load-cluster.ts'

/** Deletes a cluster that no channel names (C20); its secrets are forgotten, its name is free again. */
export const deleteCluster = defineCommand({
  action: 'cluster.write',
  input: z.strictObject({ cluster: idInput<'ocp-cluster'>(), expectedVersion }),
  load: (tx, input) => loadCluster(tx, input.cluster),
  resource: clusterResource,
  async change(tx, present, input, { now, sealer }) {
    const { id, name, version } = present
    const before = describeCluster(name, openCluster(present, sealer))
    expectVersion('OCP cluster', version, input.expectedVersion, { id, version, ...before })
    const users = await tx
      .select({ type: sql<'channel'>`'channel'`, id: channel.id, name: channel.name })
      .from(channel)
      .where(and(sql`${channel.config} ->> 'cluster' = ${id}`, isNull(channel.deletedAt)))
      .orderBy(asc(channel.name))
    expectUnused(name, users)
    await tx
      .update(ocpCluster)
      .set({
        deletedAt: now,
        sealedSecrets: sealer.seal({}),
        secretNames: [],
        version: version + 1,
      })
      .where(eq(ocpCluster.id, id))
    return {
      result: { id },
      audit: [
        auditOf('cluster.write', present, { before }, { operation: 'deletion', risk: 'critical' }),
      ],
      topics: ['channels'],
    }
  },
})
