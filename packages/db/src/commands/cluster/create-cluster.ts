import { clusterFaultsIn } from '@highwater/channels/catalog'
import { tellingAlso } from '@highwater/core'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { ocpCluster } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { expectTested } from '../channel/expect-tested.ts'
import { defineCommand } from '../define-command.ts'
import { namesOfSet } from '../merge-settings.ts'
import {
  clusterFields,
  fingerprintOfCluster,
  parseCluster,
  unlessNameTaken,
} from './cluster-settings.ts'
import { clusterResource, describeCluster } from './load-cluster.ts'

/** Associates an OCP cluster. Its settings must have been tested, or be saved untested on purpose. */
export const createCluster = defineCommand({
  action: 'cluster.write',
  input: tellingAlso(
    z.strictObject({
      name: clusterFields.name,
      config: clusterFields.config.default({}),
      secrets: clusterFields.secrets.default({}),
      saveUntested: z.boolean().optional(),
    }),
    clusterFaultsIn,
  ),
  load: async () => null,
  resource: clusterResource,
  async change(tx, _none, input, { now, sealer, actor }) {
    const settings = parseCluster(input, actor)
    const fingerprint = fingerprintOfCluster(settings)
    const testedAt = await expectTested(tx, fingerprint, input.saveUntested ?? false, now)
    const row = {
      id: newId<'ocp-cluster'>(),
      name: input.name,
      config: settings.config,
      sealedSecrets: sealer.seal(settings.secrets),
      secretNames: namesOfSet(settings.secrets),
      fingerprint,
      testedAt,
      createdAt: now,
    }
    await unlessNameTaken(tx.insert(ocpCluster).values(row), row.name)
    const after = { ...describeCluster(row.name, settings), tested: testedAt !== null }
    return {
      result: { id: row.id, version: 1 },
      audit: [auditOf('cluster.write', row, { after }, { operation: 'creation' })],
      topics: ['channels'],
    }
  },
})
