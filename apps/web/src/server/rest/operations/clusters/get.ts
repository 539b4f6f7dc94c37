import { defineOperation } from '../../define-operation.ts'
import { clusterAnswer } from './cluster-answer.ts'
import { readCluster } from './read-cluster.ts'

export const getClusterOperation = defineOperation({
  method: 'GET',
  path: '/ocp-clusters/{id}',
  id: 'getOcpCluster',
  tag: 'OCP clusters',
  summary: 'Read an associated OCP cluster',
  access: 'cluster.read',
  status: 200,
  answer: clusterAnswer,
  handle: ({ context, params }) => readCluster(context, params.id),
})
