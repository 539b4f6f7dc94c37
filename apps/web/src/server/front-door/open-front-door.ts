import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { boundBody } from './bound-body.ts'
import { createFrontDoor, type FrontDoorSettings } from './receive.ts'

const isStart = (message: unknown): message is { readonly request: IncomingMessage } =>
  typeof message === 'object' && message !== null && 'request' in message

/**
 * Receives every request of this process before the framework does, which overwrites nothing that a
 * client claims and shows nobody the socket's address. Node publishes a request here before it calls
 * any listener.
 */
export function openFrontDoor(settings: FrontDoorSettings): void {
  const receive = createFrontDoor(settings)
  subscribe('http.server.request.start', (message) => {
    if (!isStart(message)) return
    receive(message.request)
    boundBody(message.request)
  })
}
