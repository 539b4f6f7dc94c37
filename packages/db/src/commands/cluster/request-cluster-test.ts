import { clusterName } from '@highwater/core/channel'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { auditOf } from '../audit-terms.ts'
import { settingsField } from '../channel/channel-input.ts'
import { queueClusterTest } from '../channel/queue-test.ts'
import { defineCommand } from '../define-command.ts'
import { parseCluster } from './cluster-settings.ts'
import { clusterResource, describeCluster, loadCluster, openCluster } from './load-cluster.ts'

/**
 * Asks whether a cluster lets us in: a worker signs in with the settings of the form and reads one
 * alarm. Nothing is reported. The answer is read like that of a channel's test.
 */
export const requestClusterTest = defineCommand({
  action: 'cluster.test',
  input: z.strictObject({
    /** A cluster that exists; what else is sent is laid over its settings for this test. */
    cluster: idInput<'ocp-cluster'>().optional(),
    name: clusterName.optional(),
    config: settingsField.optional(),
    secrets: settingsField.optional(),
  }),
  load: async (tx, input) => (input.cluster === undefined ? null : loadCluster(tx, input.cluster)),
  resource: clusterResource,
  async change(tx, present, input, context) {
    const stored = present === null ? undefined : openCluster(present, context.sealer)
    const settings = parseCluster(input, context.actor, stored)
    const name = input.name ?? present?.name ?? 'OCP'
    const testId = await queueClusterTest(tx, { id: present?.id ?? null, name, settings }, context)
    const after = describeCluster(name, settings)
    return {
      result: { testId },
      audit: [auditOf('cluster.test', { id: present?.id ?? testId, name }, { after })],
      topics: ['deliver', 'deliveries'],
    }
  },
})
