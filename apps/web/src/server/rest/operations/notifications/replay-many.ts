import { replayRefusals } from '@highwater/core/delivery'
import { replayChoice, replayNotifications } from '@highwater/db/commands'
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
  body: replayChoice,
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
  handle: ({ context, body }) => replayNotifications(context, { choice: body }),
})
