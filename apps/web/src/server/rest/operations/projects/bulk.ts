import { bulkBody, changeInBulk } from '../../../bulk-change.ts'
import { defineOperation } from '../../define-operation.ts'
import { bulkAnswer } from './bulk-answer.ts'

export const bulkOperation = defineOperation({
  method: 'POST',
  path: '/projects/bulk',
  id: 'changeProjects',
  tag: 'projects',
  summary: 'Do one thing with many projects, by ids or by a filter; what is left alone is named',
  access: 'project.update',
  status: 200,
  body: bulkBody,
  answer: bulkAnswer,
  handle: ({ context, body }) => changeInBulk(context, body),
})
