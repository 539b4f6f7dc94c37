import { probeChannel } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'

export const probeChannelOperation = defineOperation({
  method: 'POST',
  path: '/channels/{id}/probe',
  id: 'probeChannel',
  tag: 'channels',
  summary: 'Try a channel that is cut off now, with the most urgent message that waits for it',
  access: 'channel.test',
  status: 202,
  answer: z.object({ waiting: z.int().describe('How many messages wait for it.') }),
  handle: ({ context, params }) => probeChannel(context, { channel: params.id }),
})
