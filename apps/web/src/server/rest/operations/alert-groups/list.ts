import { listAlertGroups } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { alertGroupAnswer } from './alert-group-answer.ts'

export const listAlertGroupsOperation = defineOperation({
  method: 'GET',
  path: '/alert-groups',
  id: 'listAlertGroups',
  tag: 'alert groups',
  summary: 'List the alert groups',
  access: 'group.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(alertGroupAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole(
      'listAlertGroups',
      await listAlertGroups(services.db, viewer),
      ({ id }) => id,
      query,
    ),
})
