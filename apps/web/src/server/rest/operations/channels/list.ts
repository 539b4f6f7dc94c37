import { listChannels, listChannelsInput } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf } from '../../wire.ts'
import { channelAnswer } from './channel-answer.ts'
import { withShownHealth } from './shown-health.ts'

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
  async handle({ services, viewer, query }) {
    const page = await listChannels(services.db, viewer, query)
    return { ...page, items: page.items.map(withShownHealth) }
  },
})
