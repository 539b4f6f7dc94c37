import { replayRefusals } from '@highwater/core/delivery'
import { pickedNotifications, replayNotifications } from '@highwater/db/commands'
import { notificationFilter } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'

export const replayNotificationsOperation = defineOperation({
  method: 'POST',
  path: '/notifications/replay',
  id: 'replayNotifications',
  tag: 'notifications',
  summary: 'Send many messages again that were given up, with a result for each that was not',
  access: 'notification.replay',
  status: 200,
  body: z
    .strictObject({
      notifications: pickedNotifications.optional(),
      filter: notificationFilter
        .optional()
        .describe('All that failed among those; `{}` for every one.'),
    })
    .refine(
      ({ notifications, filter }) => (notifications === undefined) !== (filter === undefined),
      {
        path: ['notifications'],
        message: 'Name either "notifications" (a list of ids) or a "filter".',
      },
    ),
  answer: z
    .object({
      replayed: z.int(),
      notReplayed: z.array(
        z.object({
          notification: id,
          name: z.string().nullable(),
          code: z.enum(replayRefusals),
          message: z.string(),
        }),
      ),
      more: z.boolean().describe('The filter finds more than are replayed at once: ask again.'),
    })
    .meta({ id: 'ReplayResult' }),
  handle: ({ context, body: { notifications, filter = {} } }) =>
    replayNotifications(context, {
      choice: notifications === undefined ? { filter } : { notifications },
    }),
})
