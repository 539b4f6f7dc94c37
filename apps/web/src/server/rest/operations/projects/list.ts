import { listProjects, listProjectsInput } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf } from '../../wire.ts'
import { projectAnswer } from './project-answer.ts'
import { toListedProject } from './to-project.ts'

export const listProjectsOperation = defineOperation({
  method: 'GET',
  path: '/projects',
  id: 'listProjects',
  tag: 'projects',
  summary: 'List projects',
  access: 'project.read',
  status: 200,
  query: listProjectsInput,
  answer: pageOf(projectAnswer),
  async handle({ context, viewer, query }) {
    const { items, nextCursor } = await listProjects(context.db, viewer, query)
    return { items: items.map((item) => toListedProject(item, context.consoleUrl)), nextCursor }
  },
})
