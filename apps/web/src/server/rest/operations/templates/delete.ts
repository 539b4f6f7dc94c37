import { resetMessageTemplate } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteTemplateOperation = defineOperation({
  method: 'DELETE',
  path: '/templates/{id}',
  id: 'deleteTemplate',
  tag: 'templates',
  summary: 'Go back to the words that held before; the versions stay',
  access: 'template.write',
  status: 204,
  async handle({ context, params }) {
    await resetMessageTemplate(context, { template: params.id })
  },
})
