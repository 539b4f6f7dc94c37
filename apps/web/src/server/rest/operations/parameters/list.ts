import { listParameters } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { parametersAnswer, toParameters } from './parameter-answer.ts'

export const listParametersOperation = defineOperation({
  method: 'GET',
  path: '/parameters',
  id: 'listParameters',
  tag: 'parameters',
  summary: 'List everything that can be tuned, with its value, range and default',
  access: 'parameter.read',
  status: 200,
  answer: parametersAnswer,
  handle: async ({ services, viewer }) => toParameters(await listParameters(services.db, viewer)),
})
