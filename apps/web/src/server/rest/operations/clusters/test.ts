import { requestClusterTest } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'
import { clusterFields } from './cluster-body.ts'

export const testClusterOperation = defineOperation({
  method: 'POST',
  path: '/ocp-clusters/test',
  id: 'testOcpCluster',
  tag: 'OCP clusters',
  summary: 'Sign in to a cluster and read one alarm; the outcome is under /channels/tests',
  access: 'cluster.test',
  status: 202,
  body: z
    .strictObject(clusterFields)
    .partial()
    .extend({
      cluster: z
        .uuid('This is not an id.')
        .optional()
        .describe('A cluster that exists; what else is sent is laid over its settings.'),
    }),
  answer: z.object({ testId: id }),
  handle: ({ context, body }) => requestClusterTest(context, body),
})
