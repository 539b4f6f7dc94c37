import { instant } from '@highwater/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anAlertMessage,
  type SmtpFake,
  startSmtpFake,
  startWebhookFake,
  testTlsIdentity,
  type WebhookFake,
} from '../../testing/index.ts'
import type { Peer } from '../../testing/peers/run-peer.ts'
import { startProxyPeer } from '../../testing/peers/tinyproxy.ts'
import { unusedPort } from '../../testing/unused-port.ts'
import { explainReason } from '../catalog.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'

const user = { name: 'highwater', password: 'p-ss.word' }

describe('a real proxy', () => {
  let open: Peer
  let strict: Peer
  let plain: WebhookFake
  let secure: WebhookFake
  let mail: SmtpFake
  let ports: Ports

  beforeAll(async () => {
    ;[open, strict, plain, secure, mail] = await Promise.all([
      startProxyPeer({ user }),
      startProxyPeer({ tunnelsTo: 443 }),
      startWebhookFake(),
      startWebhookFake({ tls: testTlsIdentity }),
      startSmtpFake({ security: 'starttls', user: { name: 'alerts', password: 'correct-horse' } }),
    ])
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  }, 300_000)
  afterAll(async () => {
    await ports.close()
    for (const each of [open, strict, plain, secure, mail]) await each.close()
  })

  const send = (kind: string, config: object, secrets: object = {}) =>
    sendThrough(
      kind,
      { message: anAlertMessage(), locale: 'en' },
      { config, secrets },
      {
        mail: ports.mail,
        // Stands in for a certificate of the system's own authorities.
        http: {
          request: (request) => ports.http.request({ ...request, ca: testTlsIdentity.cert }),
        },
        now: () => instant(Date.now()),
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )
  const through = (proxy: Peer, credentials = `${user.name}:${user.password}@`) =>
    `http://${credentials}127.0.0.1:${proxy.port}`
  const mailSettings = () => ({
    host: mail.host,
    port: mail.port,
    security: 'starttls',
    username: 'alerts',
    tlsTrust: testTlsIdentity.cert,
    from: { address: 'alerts@example.com' },
    to: ['dba@example.com'],
  })
  const mailSecrets = { password: 'correct-horse' }

  it('carries http, https and mail, with a sign-in', async () => {
    const proxy = through(open)
    expect(await send('webhook', { url: plain.url, proxy })).toMatchObject({ kind: 'delivered' })
    expect(plain.requests()[0]?.headers.via).toContain('tinyproxy')
    expect(plain.requests()[0]?.headers).not.toHaveProperty('proxy-authorization')
    expect(await send('webhook', { url: secure.url, proxy })).toMatchObject({ kind: 'delivered' })
    expect(await send('email', { ...mailSettings(), proxy }, mailSecrets)).toMatchObject({
      kind: 'delivered',
    })
    expect(mail.mails()).toMatchObject([{ encrypted: true, user: 'alerts' }])
  })

  it('is told apart when it refuses our sign-in', async () => {
    const proxy = through(open, 'highwater:wrong@')
    for (const outcome of [
      await send('webhook', { url: plain.url, proxy }),
      await send('webhook', { url: secure.url, proxy }),
      await send('email', { ...mailSettings(), proxy }, mailSecrets),
    ]) {
      expect(outcome).toMatchObject({
        kind: 'rejected',
        fault: 'settings',
        detail: { reason: 'proxy-sign-in' },
      })
    }
  })

  it('behind which the receiver is down is no fault of the settings', async () => {
    const proxy = through(open)
    const nowhere = await unusedPort()
    for (const outcome of [
      await send('webhook', { url: `https://127.0.0.1:${nowhere}/`, proxy }),
      await send('email', { ...mailSettings(), port: nowhere, proxy }, mailSecrets),
    ]) {
      expect(outcome).toMatchObject({
        kind: 'transient',
        detail: { reason: 'proxy-cannot-reach' },
      })
    }
  })

  it('that tunnels nowhere else takes an http address in the old notation, and https is told how', async () => {
    const proxy = `http:127.0.0.1:${strict.port}`
    expect(await send('webhook', { url: plain.url, proxy })).toMatchObject({ kind: 'delivered' })
    const refused = await send('webhook', { url: secure.url, proxy })
    expect(refused).toMatchObject({ kind: 'rejected', detail: { reason: 'proxy-refused-tunnel' } })
    expect(explainReason(refused.detail.reason).advice.en).toContain('starts with http')
    expect(await send('email', { ...mailSettings(), proxy }, mailSecrets)).toMatchObject({
      kind: 'rejected',
      detail: { reason: 'proxy-refused-tunnel' },
    })
  })
})
