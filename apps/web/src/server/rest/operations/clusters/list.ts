import { listClusters } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { clusterAnswer } from './cluster-answer.ts'

export const listClustersOperation = defineOperation({
  method: 'GET',
  path: '/ocp-clusters',
  id: 'listOcpClusters',
  tag: 'OCP clusters',
  summary: 'List the associated OCP clusters',
  access: 'cluster.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(clusterAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole('listOcpClusters', await listClusters(services.db, viewer), ({ id }) => id, query),
})
