import { deleteProject } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteProjectOperation = defineOperation({
  method: 'DELETE',
  path: '/projects/{id}',
  id: 'deleteProject',
  tag: 'projects',
  summary: 'Delete a project; its open alerts close',
  access: 'project.delete',
  status: 204,
  async handle({ context, params }) {
    await deleteProject(context, { project: params.id })
  },
})
