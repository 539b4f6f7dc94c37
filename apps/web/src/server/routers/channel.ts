import {
  createChannel,
  deleteChannel,
  probeChannel,
  requestChannelTest,
  updateChannel,
} from '@highwater/db/commands'
import { getChannel, getChannelTest, listChannels } from '@highwater/db/queries'
import { changes, reads, readsOne, router } from '../trpc.ts'

export const channelRouter = router({
  list: reads(listChannels),
  get: readsOne(getChannel),
  create: changes(createChannel),
  update: changes(updateChannel),
  remove: changes(deleteChannel),
  probe: changes(probeChannel),
  test: changes(requestChannelTest),
  testResult: readsOne(getChannelTest),
})
