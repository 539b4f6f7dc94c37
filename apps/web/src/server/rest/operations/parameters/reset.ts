import { resetParameters } from '@highwater/db/commands'
import { getParameter } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { parameterAnswer, toParameter } from './parameter-answer.ts'

export const resetParameterOperation = defineOperation({
  method: 'DELETE',
  path: '/parameters/{key}',
  id: 'resetParameter',
  tag: 'parameters',
  summary: 'Give a parameter its default back',
  access: 'parameter.update',
  status: 200,
  answer: parameterAnswer,
  async handle({ context, services, viewer, params }) {
    const { key } = await getParameter(services.db, viewer, params.key)
    await resetParameters(context, { keys: [key] })
    return toParameter(await getParameter(services.db, viewer, key))
  },
})
