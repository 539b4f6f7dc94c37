import { defineOperation } from '../../define-operation.ts'
import { projectDetailAnswer } from './project-answer.ts'
import { readProject } from './read-project.ts'

export const getProjectOperation = defineOperation({
  method: 'GET',
  path: '/projects/{id}',
  id: 'getProject',
  tag: 'projects',
  summary: 'Read a project',
  access: 'project.read',
  status: 200,
  answer: projectDetailAnswer,
  handle: ({ context, params }) => readProject(context, params.id),
})
