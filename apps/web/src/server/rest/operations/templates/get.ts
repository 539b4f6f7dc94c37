import { defineOperation } from '../../define-operation.ts'
import { readTemplate } from './read-template.ts'
import { templateAnswer } from './template-answer.ts'

export const getTemplateOperation = defineOperation({
  method: 'GET',
  path: '/templates/{id}',
  id: 'getTemplate',
  tag: 'templates',
  summary: 'Read a template',
  access: 'template.read',
  status: 200,
  answer: templateAnswer,
  handle: ({ context, params }) => readTemplate(context, params.id),
})
