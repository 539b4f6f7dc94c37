import { listHosts } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { hostAnswer } from './host-answer.ts'

export const listHostsOperation = defineOperation({
  method: 'GET',
  path: '/hosts',
  id: 'listHosts',
  tag: 'hosts',
  summary: 'List the hosts with what they last reported',
  access: 'host.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(hostAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole('listHosts', await listHosts(services.db, viewer), ({ id }) => id, query),
})
