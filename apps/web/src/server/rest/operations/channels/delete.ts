import { deleteChannel } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteChannelOperation = defineOperation({
  method: 'DELETE',
  path: '/channels/{id}',
  id: 'deleteChannel',
  tag: 'channels',
  summary: 'Delete a channel; what it has not sent is cancelled',
  access: 'channel.write',
  status: 204,
  async handle({ context, params }) {
    await deleteChannel(context, { channel: params.id })
  },
})
