import { createMessageTemplate, createMessageTemplateInput } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { readTemplate } from './read-template.ts'
import { templateAnswer } from './template-answer.ts'

export const createTemplateOperation = defineOperation({
  method: 'POST',
  path: '/templates',
  id: 'createTemplate',
  tag: 'templates',
  summary: 'Give messages of a kind and language words of your own',
  access: 'template.write',
  status: 201,
  body: createMessageTemplateInput.extend({
    channel: z
      .string()
      .nullable()
      .optional()
      .describe('Left out or null: for every channel that has none of its own.'),
  }),
  answer: templateAnswer,
  async handle({ context, body }) {
    const { id } = await createMessageTemplate(context, body)
    return readTemplate(context, id)
  },
})
