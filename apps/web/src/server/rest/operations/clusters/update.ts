import { updateCluster } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { clusterAnswer } from './cluster-answer.ts'
import { clusterFields, saveUntested } from './cluster-body.ts'
import { readCluster } from './read-cluster.ts'

export const updateClusterOperation = defineOperation({
  method: 'PATCH',
  path: '/ocp-clusters/{id}',
  id: 'updateOcpCluster',
  tag: 'OCP clusters',
  summary: 'Change an associated OCP cluster; what is left out stays',
  access: 'cluster.write',
  status: 200,
  body: z
    .strictObject({ ...clusterFields, saveUntested })
    .partial()
    .extend(versionField),
  answer: clusterAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateCluster(context, { ...changes, cluster: params.id, expectedVersion: version })
    return readCluster(context, params.id)
  },
})
