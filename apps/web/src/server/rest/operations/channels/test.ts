import { channelName } from '@highwater/core/channel'
import { requestChannelTest } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'
import { configField, departmentField, kindField, secretsField } from './channel-body.ts'

export const testChannelOperation = defineOperation({
  method: 'POST',
  path: '/channels/test',
  id: 'testChannel',
  tag: 'channels',
  summary: 'Send a test message through the path of real alerts',
  access: 'channel.test',
  status: 202,
  body: z.strictObject({
    channel: z
      .uuid('This is not an id.')
      .optional()
      .describe('A channel that exists; what else is sent is laid over its settings.'),
    name: channelName.optional(),
    kind: kindField.optional(),
    config: configField.optional(),
    secrets: secretsField.optional(),
    department: departmentField.nullable().optional(),
  }),
  answer: z.object({ testId: id }),
  handle: ({ context, body }) => requestChannelTest(context, body),
})
