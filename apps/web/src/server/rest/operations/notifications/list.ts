import { listNotifications, listNotificationsInput } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf } from '../../wire.ts'
import { notificationAnswer } from './notification-answer.ts'

export const listNotificationsOperation = defineOperation({
  method: 'GET',
  path: '/notifications',
  id: 'listNotifications',
  tag: 'notifications',
  summary: 'List the messages owed to channels with every attempt, newest first',
  access: 'notification.read',
  status: 200,
  query: listNotificationsInput,
  answer: pageOf(notificationAnswer),
  handle: ({ services, viewer, query }) => listNotifications(services.db, viewer, query),
})
