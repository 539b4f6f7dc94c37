import { instant } from '@highwater/core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anAlertMessage, startTeamsFake, type TeamsFake } from '../../testing/index.ts'
import { channelKindOf } from '../catalog.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'
import { endpointOf } from './webhook-address.ts'

const path = '/workflows/6f7c1d2e3b4a59687869/triggers/manual/paths/invoke?api-version=1&sig=abcdef'
const vendor = `https://prod-07.westeurope.logic.azure.com${path}`

describe('a Teams channel', () => {
  let workflow: TeamsFake
  let ports: Ports

  beforeAll(async () => {
    workflow = await startTeamsFake({ perSecond: 500 })
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  })
  afterAll(async () => {
    await workflow.close()
    await ports.close()
  })
  afterEach(() => {
    workflow.behave()
    workflow.clear()
  })

  const at = instant(1_767_323_045_000)
  const send = (config: object = {}) =>
    sendThrough(
      'teams',
      { message: anAlertMessage(), locale: 'zh-CN' },
      { config: { baseUrl: workflow.url, ...config }, secrets: { webhook: vendor } },
      {
        ...ports,
        now: () => at,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )

  it('mentions people in the two places where Teams wants it', async () => {
    await send({ mentions: { 'lilei@example.com': '李雷', 'han@example.com': 'Han Meimei' } })
    expect(workflow.messages()).toMatchObject([{ warnings: [] }])
  })

  it.each([
    [{}, 'delivered', 'queued'],
    [{ asConnector: true }, 'delivered', 'accepted'],
    [{ turnedOff: true }, 'rejected', 'flow-missing'],
    [{ turnedOff: true, asConnector: true }, 'rejected', 'flow-missing'],
    [{ status: 200, body: 'endpoint returned HTTP error 413' }, 'rejected', 'too-long'],
    [{ status: 200, body: 'endpoint returned HTTP error 502' }, 'transient', 'server-error'],
    [{ status: 200, body: '<html>Sign in</html>' }, 'unknown', 'unreadable-answer'],
    [{ status: 400 }, 'rejected', 'malformed-request'],
    [{ status: 401 }, 'rejected', 'flow-refused'],
    [{ status: 413 }, 'rejected', 'too-long'],
    [{ status: 500 }, 'transient', 'server-error'],
    [{ status: 302 }, 'rejected', 'redirected'],
    [{ dropAfterAccept: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    workflow.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind, detail: { reason } })
  })

  it.each([
    [{ status: 429, headers: { 'retry-after': '7' } }, 7_000],
    [{ status: 429 }, 60_000],
    [{ status: 200, body: 'endpoint returned HTTP error 429' }, 60_000],
  ])('keeps away after %j', async (misbehaviour, wait) => {
    workflow.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind: 'throttled', retryAt: at + wait })
  })

  it.each([{ lilei: 'Li' }, { 'a@b.c<': 'Li' }, { 'lilei@example.com': '<at>' }])(
    'refuses %j as people',
    (mentions) => {
      expect(channelKindOf('teams').config.safeParse({ mentions }).success).toBe(false)
    },
  )
})

describe('the address of a workflow', () => {
  it('is read, and leads to the gateway when there is one', () => {
    expect(endpointOf(` ${vendor} `, undefined)).toEqual({ url: vendor })
    const powerPlatform = `https://default1.23.environment.api.powerplatform.com${path}`
    expect(endpointOf(powerPlatform, undefined)).toEqual({ url: powerPlatform })
    expect(endpointOf(vendor, 'http://10.0.0.8')).toEqual({ url: `http://10.0.0.8${path}` })
  })

  it.each([
    ['https://hooks.slack.com/services/T1/B1/abc', 'Slack'],
    [vendor.replace('&sig=abcdef', ''), 'signature'],
    ['abc', 'whole address'],
    [vendor.replace('.azure.com', '.azure.com.evil.example'), 'Power Automate'],
    [vendor.replace('.azure.com', '.azure.com:8443'), 'Power Automate'],
  ])('is refused as %s, with the reason', (webhook, word) => {
    expect(endpointOf(webhook, undefined)).toEqual({ fault: expect.stringContaining(word) })
  })
})
