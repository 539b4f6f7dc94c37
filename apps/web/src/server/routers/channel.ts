import {
  createChannel,
  deleteChannel,
  probeChannel,
  requestChannelTest,
  switchChannelKindOff,
  switchChannelKindOn,
  updateChannel,
} from '@highwater/db/commands'
import {
  getChannel,
  getChannelTest,
  listChannelKindSwitches,
  listChannels,
  listKindsLeftOff,
} from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const channelRouter = router({
  list: reads(listChannels),
  get: readsOne(getChannel),
  create: changes(createChannel),
  update: changes(updateChannel),
  remove: changes(deleteChannel),
  probe: changes(probeChannel),
  test: changes(requestChannelTest),
  testResult: readsOne(getChannelTest),
  kindSwitches: shows(listChannelKindSwitches),
  kindsLeftOff: shows(listKindsLeftOff),
  switchKindOff: changes(switchChannelKindOff),
  switchKindOn: changes(switchChannelKindOn),
})
