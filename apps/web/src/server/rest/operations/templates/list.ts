import { listMessageTemplates } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf, whole } from '../../wire.ts'
import { templateAnswer, toTemplate } from './template-answer.ts'

export const listTemplatesOperation = defineOperation({
  method: 'GET',
  path: '/templates',
  id: 'listTemplates',
  tag: 'templates',
  summary: 'List the templates; messages without one say the built-in words',
  access: 'template.read',
  status: 200,
  answer: pageOf(templateAnswer),
  handle: async ({ services, viewer }) =>
    whole((await listMessageTemplates(services.db, viewer)).map(toTemplate)),
})
