import { defineOperation } from '../../define-operation.ts'
import { channelAnswer } from './channel-answer.ts'
import { readChannel } from './read-channel.ts'

export const getChannelOperation = defineOperation({
  method: 'GET',
  path: '/channels/{id}',
  id: 'getChannel',
  tag: 'channels',
  summary: 'Read a channel',
  access: 'channel.read',
  status: 200,
  answer: channelAnswer,
  handle: ({ context, params }) => readChannel(context, params.id),
})
