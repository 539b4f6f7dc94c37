import { createProjectInput } from '@highwater/core/project'
import { createProject } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { projectDetailAnswer } from './project-answer.ts'
import { readProject } from './read-project.ts'

export const createProjectOperation = defineOperation({
  method: 'POST',
  path: '/projects',
  id: 'createProject',
  tag: 'projects',
  summary: 'Create a project',
  access: 'project.create',
  status: 201,
  body: createProjectInput,
  answer: projectDetailAnswer,
  async handle({ context, body }) {
    const { id } = await createProject(context, body)
    return readProject(context, id)
  },
})
