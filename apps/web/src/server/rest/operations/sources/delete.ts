import { deleteSource } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteSourceOperation = defineOperation({
  method: 'DELETE',
  path: '/sources/{id}',
  id: 'deleteSource',
  tag: 'sources',
  summary: 'Delete a collector and the projects that it found',
  access: 'source.write',
  status: 204,
  async handle({ context, params }) {
    await deleteSource(context, { source: params.id })
  },
})
