import { updateProjectInput } from '@highwater/core/project'
import { updateProject } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { projectDetailAnswer } from './project-answer.ts'
import { readProject } from './read-project.ts'

export const updateProjectOperation = defineOperation({
  method: 'PATCH',
  path: '/projects/{id}',
  id: 'updateProject',
  tag: 'projects',
  summary: 'Change a project; fields left out stay, null unsets',
  access: 'project.update',
  status: 200,
  body: updateProjectInput.extend(versionField),
  answer: projectDetailAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateProject(context, { ...changes, project: params.id, expectedVersion: version })
    return readProject(context, params.id)
  },
})
