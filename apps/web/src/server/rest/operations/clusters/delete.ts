import { deleteCluster } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteClusterOperation = defineOperation({
  method: 'DELETE',
  path: '/ocp-clusters/{id}',
  id: 'deleteOcpCluster',
  tag: 'OCP clusters',
  summary: 'Delete an OCP cluster that no channel sends through',
  access: 'cluster.write',
  status: 204,
  async handle({ context, params }) {
    await deleteCluster(context, { cluster: params.id })
  },
})
