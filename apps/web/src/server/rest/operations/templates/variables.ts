import { variableFacts, variablesFor } from '@highwater/channels/catalog'
import { messageKinds } from '@highwater/core/notify'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageFields } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'

const variableAnswer = z
  .object({
    name: z.string().describe('As it stands between the braces of a template.'),
    meaning: z.object({ 'zh-CN': z.string(), en: z.string() }),
    kinds: z.array(z.enum(messageKinds)).describe('The messages in which it has a value.'),
  })
  .meta({ id: 'TemplateVariable' })

export const listTemplateVariablesOperation = defineOperation({
  method: 'GET',
  path: '/template-variables',
  id: 'listTemplateVariables',
  tag: 'templates',
  summary: 'List the variables of templates',
  access: 'template.read',
  status: 200,
  query: z.strictObject({ ...wholePageFields, kind: z.enum(messageKinds).optional() }),
  answer: pageOf(variableAnswer),
  handle: async ({ query }) => {
    const kinds = query.kind === undefined ? messageKinds : [query.kind]
    const names = [...new Set(kinds.flatMap(variablesFor))]
    return pageOfWhole(
      'listTemplateVariables',
      names.map((name) => ({
        name,
        meaning: variableFacts[name].meaning,
        kinds: [...variableFacts[name].kinds],
      })),
      ({ name }) => name,
      query,
    )
  },
})
