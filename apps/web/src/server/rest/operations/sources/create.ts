import { tellingAlso } from '@highwater/core'
import { createSource } from '@highwater/db/commands'
import { sourceFaults, sourceKindNames } from '@highwater/sources/catalog'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { readSource } from './read-source.ts'
import { sourceAnswer } from './source-answer.ts'
import { configField, secretsField, sourceFields } from './source-body.ts'

export const createSourceOperation = defineOperation({
  method: 'POST',
  path: '/sources',
  id: 'createSource',
  tag: 'sources',
  summary: 'Create a collector; it is asked at once',
  access: 'source.write',
  status: 201,
  body: tellingAlso(
    z.strictObject({
      ...sourceFields,
      kind: z.enum(sourceKindNames, { error: () => `Use one of ${sourceKindNames.join(', ')}.` }),
      config: configField.optional(),
      secrets: secretsField.optional(),
      department: z.string().trim().min(1).max(200).optional().describe('An id or a name.'),
    }),
    sourceFaults,
  ),
  answer: sourceAnswer,
  async handle({ context, body }) {
    const { id } = await createSource(context, body)
    return readSource(context, id)
  },
})
