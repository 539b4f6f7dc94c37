import { getHost } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { hostAnswer } from './host-answer.ts'

export const getHostOperation = defineOperation({
  method: 'GET',
  path: '/hosts/{name}',
  id: 'getHost',
  tag: 'hosts',
  summary: 'Read a host',
  access: 'host.read',
  status: 200,
  answer: hostAnswer,
  handle: ({ services, viewer, params }) => getHost(services.db, viewer, params.name),
})
