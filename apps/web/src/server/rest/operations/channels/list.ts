import { listChannels, listChannelsInput } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf } from '../../wire.ts'
import { channelAnswer } from './channel-answer.ts'

export const listChannelsOperation = defineOperation({
  method: 'GET',
  path: '/channels',
  id: 'listChannels',
  tag: 'channels',
  summary: 'List channels',
  access: 'channel.read',
  status: 200,
  query: listChannelsInput,
  answer: pageOf(channelAnswer),
  handle: ({ services, viewer, query }) => listChannels(services.db, viewer, query),
})
