import { messageTemplateSchema } from '@highwater/channels/catalog'
import { updateMessageTemplate } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { readTemplate } from './read-template.ts'
import { templateAnswer } from './template-answer.ts'

const { headline, text, facts, detail } = messageTemplateSchema.shape

export const updateTemplateOperation = defineOperation({
  method: 'PATCH',
  path: '/templates/{id}',
  id: 'updateTemplate',
  tag: 'templates',
  summary: 'Change a template; what is left out stays',
  access: 'template.write',
  status: 200,
  body: messageTemplateSchema.extend({
    headline: headline.optional(),
    text: text.optional(),
    facts: facts.unwrap().optional(),
    detail: detail.unwrap().optional(),
    ...versionField,
  }),
  answer: templateAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateMessageTemplate(context, {
      ...changes,
      template: params.id,
      expectedVersion: version,
    })
    return readTemplate(context, params.id)
  },
})
