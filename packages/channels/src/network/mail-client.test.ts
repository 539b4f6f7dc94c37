import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { millis } from '@highwater/core'
import { afterEach, expect, it } from 'vitest'
import type { MailRequest } from '../io.ts'
import { mostMailConnections } from './mail-connections.ts'
import { createPorts } from './ports.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A server that greets nobody, and knows how many it has. */
async function silentServer() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { port, connections: () => sockets.size }
}

function mailTo(port: number) {
  const ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  closing.push(() => ports.close())
  return (changes: Partial<MailRequest> = {}) =>
    ports.mail.send({
      host: '127.0.0.1',
      port,
      security: 'none',
      credentials: null,
      from: 'alerts@example.com',
      recipients: ['dba@example.com'],
      message: new Uint8Array(),
      signal: new AbortController().signal,
      timeout: millis(1_000),
      ...changes,
    })
}

it('opens no more connections to a mail server than it bears, and sends to all in turn', async () => {
  const server = await silentServer()
  const send = mailTo(server.port)
  const under = new AbortController()
  const busy = Array.from({ length: 24 }, () =>
    send({ timeout: millis(30_000), signal: under.signal }),
  )
  await expect.poll(server.connections).toBe(mostMailConnections)
  await pause(500)
  expect(server.connections()).toBe(mostMailConnections)
  under.abort()
  await Promise.all(busy)
  const results = await Promise.all(Array.from({ length: 24 }, () => send()))
  expect(new Set(results.map((result) => result.kind === 'failed' && result.reason))).toEqual(
    new Set(['answer-timeout']),
  )
})

it('gives up what gets no turn, which says nothing of the server', async () => {
  const server = await silentServer()
  const send = mailTo(server.port)
  const under = new AbortController()
  const busy = Array.from({ length: mostMailConnections }, () =>
    send({ timeout: millis(30_000), signal: under.signal }),
  )
  expect(await send()).toMatchObject({ reason: 'no-free-connection', left: false })
  const waiting = send({ signal: under.signal })
  under.abort()
  expect(await waiting).toMatchObject({ reason: 'stopped', left: false })
  await Promise.all(busy)
})
