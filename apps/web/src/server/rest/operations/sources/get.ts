import { defineOperation } from '../../define-operation.ts'
import { readSource } from './read-source.ts'
import { sourceAnswer } from './source-answer.ts'

export const getSourceOperation = defineOperation({
  method: 'GET',
  path: '/sources/{id}',
  id: 'getSource',
  tag: 'sources',
  summary: 'Read a collector',
  access: 'source.read',
  status: 200,
  answer: sourceAnswer,
  handle: ({ context, params }) => readSource(context, params.id),
})
