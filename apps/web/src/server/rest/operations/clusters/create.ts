import { clusterFaultsIn } from '@highwater/channels/catalog'
import { tellingAlso } from '@highwater/core'
import { createCluster } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { clusterAnswer } from './cluster-answer.ts'
import { clusterFields, saveUntested } from './cluster-body.ts'
import { readCluster } from './read-cluster.ts'

export const createClusterOperation = defineOperation({
  method: 'POST',
  path: '/ocp-clusters',
  id: 'createOcpCluster',
  tag: 'OCP clusters',
  summary: 'Associate an OCP cluster; its settings must have been tested within 15 minutes',
  access: 'cluster.write',
  status: 201,
  body: tellingAlso(z.strictObject({ ...clusterFields, saveUntested }), clusterFaultsIn),
  answer: clusterAnswer,
  async handle({ context, body }) {
    const { id } = await createCluster(context, body)
    return readCluster(context, id)
  },
})
