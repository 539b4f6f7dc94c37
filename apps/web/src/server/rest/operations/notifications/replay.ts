import { AppError, type NotificationId } from '@highwater/core'
import { replayNotifications } from '@highwater/db/commands'
import { getNotification } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { notificationAnswer } from './notification-answer.ts'

export const replayNotificationOperation = defineOperation({
  method: 'POST',
  path: '/notifications/{id}/replay',
  id: 'replayNotification',
  tag: 'notifications',
  summary: 'Send a message again that was given up; its receiver may get it twice',
  access: 'notification.replay',
  status: 202,
  answer: notificationAnswer,
  async handle({ services, context, viewer, params }) {
    const id = params.id as NotificationId
    // Says that there is none in the manner of every other operation on one message.
    await getNotification(services.db, viewer, id)
    const { notReplayed } = await replayNotifications(context, { choice: { notifications: [id] } })
    const [refused] = notReplayed
    if (refused) throw new AppError('conflict', refused.message)
    return getNotification(services.db, viewer, id)
  },
})
