import { parameterPatch } from '@highwater/core/parameters'
import { updateParameters } from '@highwater/db/commands'
import { listParameters } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { parametersAnswer, toParameters } from './parameter-answer.ts'

export const updateParametersOperation = defineOperation({
  method: 'PATCH',
  path: '/parameters',
  id: 'updateParameters',
  tag: 'parameters',
  summary: 'Set one parameter or several; what is left out stays',
  access: 'parameter.update',
  status: 200,
  body: parameterPatch.safeExtend(versionField),
  answer: parametersAnswer,
  async handle({ context, services, viewer, body: { version, ...values } }) {
    await updateParameters(context, { ...values, expectedVersion: version })
    return toParameters(await listParameters(services.db, viewer))
  },
})
