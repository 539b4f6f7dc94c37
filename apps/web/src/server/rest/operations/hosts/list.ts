import { listHosts } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf, whole } from '../../wire.ts'
import { hostAnswer } from './host-answer.ts'

export const listHostsOperation = defineOperation({
  method: 'GET',
  path: '/hosts',
  id: 'listHosts',
  tag: 'hosts',
  summary: 'List the hosts with what they last reported',
  access: 'host.read',
  status: 200,
  answer: pageOf(hostAnswer),
  handle: async ({ services, viewer }) => whole(await listHosts(services.db, viewer)),
})
