import { instant } from '@highwater/core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  anAlertMessage,
  startProxyFake,
  startSmtpFake,
  startSocksFake,
} from '../../testing/index.ts'
import { createPorts, sendThrough } from '../send.ts'

const ports = createPorts({ allowedNetworks: ['127.0.0.1', '::1'], deniedPorts: [] })
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => ports.close())

async function closed<Fake extends { close(): Promise<void> }>(starting: Promise<Fake>) {
  const fake = await starting
  closing.push(fake.close)
  return fake
}

const send = (server: { host: string; port: number }, proxy: string) =>
  sendThrough(
    'email',
    { message: anAlertMessage(), locale: 'en' },
    {
      config: {
        host: server.host,
        port: server.port,
        security: 'none',
        from: { address: 'alerts@example.com' },
        to: ['dba@example.com'],
        proxy,
      },
      secrets: {},
    },
    {
      ...ports,
      now: () => instant(Date.now()),
      signal: new AbortController().signal,
      deliveryId: 'a-delivery',
      incidentId: 'an-incident',
    },
  )

describe('mail through a proxy', () => {
  it('hears a greeting that comes in one piece with the answer to CONNECT', async () => {
    const server = await closed(startSmtpFake({ security: 'none' }))
    const proxy = await closed(startProxyFake({ joinsGreeting: true }))
    expect(await send(server, proxy.url)).toMatchObject({ kind: 'delivered' })
  })

  it('hears a greeting that comes in one piece with the answer of SOCKS', async () => {
    const server = await closed(startSmtpFake({ security: 'none' }))
    const proxy = await closed(startSocksFake(server))
    expect(await send(server, proxy.url)).toMatchObject({ kind: 'delivered' })
  })

  it('is tried again where the proxy finds the server down', async () => {
    const proxy = await closed(startProxyFake({ connectStatus: 503 }))
    expect(await send({ host: '127.0.0.1', port: 1 }, proxy.url)).toMatchObject({
      kind: 'transient',
      detail: { reason: 'proxy-cannot-reach' },
    })
  })

  it('asks for an IPv6 address in brackets', async () => {
    const proxy = await closed(startProxyFake({ connectStatus: 503 }))
    await send({ host: '::1', port: 25 }, proxy.url)
    expect(proxy.requests()).toMatchObject([{ target: '[::1]:25' }])
  })
})
