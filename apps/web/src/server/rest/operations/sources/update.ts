import { updateSource } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { readSource } from './read-source.ts'
import { sourceAnswer } from './source-answer.ts'
import { configField, secretsField, sourceFields } from './source-body.ts'

export const updateSourceOperation = defineOperation({
  method: 'PATCH',
  path: '/sources/{id}',
  id: 'updateSource',
  tag: 'sources',
  summary: 'Change a collector; what is left out stays',
  access: 'source.write',
  status: 200,
  body: z
    .strictObject({ ...sourceFields, config: configField, secrets: secretsField })
    .partial()
    .extend(versionField),
  answer: sourceAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateSource(context, { ...changes, source: params.id, expectedVersion: version })
    return readSource(context, params.id)
  },
})
