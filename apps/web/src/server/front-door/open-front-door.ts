import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server } from 'node:http'
import { largestBatch } from '../../intake/largest-batch.ts'
import { boundBody } from './bound-body.ts'
import { passSignals } from './pass-signals.ts'
import { createFrontDoor, type FrontDoorSettings } from './receive.ts'
import { standBefore } from './stand-before.ts'

interface Start {
  readonly request: IncomingMessage
  readonly server: Server
}

const isStart = (message: unknown): message is Start =>
  typeof message === 'object' && message !== null && 'request' in message && 'server' in message

const channel = 'http.server.request.start'

/**
 * Receives every request of this process before the framework does, which overwrites nothing that a
 * client claims and shows nobody the socket's address. Node publishes a request here before it calls
 * any listener.
 * @returns what takes the front door away again
 */
export function openFrontDoor(settings: FrontDoorSettings): () => void {
  const receive = createFrontDoor(settings)
  const pass = passSignals(largestBatch)
  const meet = (message: unknown) => {
    if (!isStart(message)) return
    receive(message.request)
    boundBody(message.request)
    standBefore(message.server, pass)
  }
  subscribe(channel, meet)
  return () => unsubscribe(channel, meet)
}
