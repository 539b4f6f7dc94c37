import { instant } from '@highwater/core'
import type { CollectIo } from '../src/collector.ts'

/** Allows this machine only, and tells the time. */
export const collectIo = (changes: Partial<CollectIo> = {}): CollectIo => ({
  now: () => instant(performance.timeOrigin + performance.now()),
  signal: new AbortController().signal,
  network: { allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] },
  ...changes,
})
