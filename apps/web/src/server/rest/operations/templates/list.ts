import { listMessageTemplates } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { templateAnswer, toTemplate } from './template-answer.ts'

export const listTemplatesOperation = defineOperation({
  method: 'GET',
  path: '/templates',
  id: 'listTemplates',
  tag: 'templates',
  summary: 'List the templates; messages without one say the built-in words',
  access: 'template.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(templateAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole(
      'listTemplates',
      (await listMessageTemplates(services.db, viewer)).map(toTemplate),
      ({ id }) => id,
      query,
    ),
})
