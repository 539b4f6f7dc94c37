import { instant } from '@highwater/core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anAlertMessage, type SlackFake, startSlackFake } from '../../testing/index.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'
import { endpointOf } from './webhook-address.ts'

const path = '/services/T0AB1CD2E/B0FG3HI4J/kLp0QzR8sTuV'

describe('a Slack channel', () => {
  let webhook: SlackFake
  let ports: Ports

  beforeAll(async () => {
    webhook = await startSlackFake({ path, perSecond: 500 })
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  })
  afterAll(async () => {
    await webhook.close()
    await ports.close()
  })
  afterEach(() => {
    webhook.behave()
    webhook.clear()
  })

  const at = instant(1_767_323_045_000)
  const send = () =>
    sendThrough(
      'slack',
      { message: anAlertMessage(), locale: 'zh-CN' },
      { config: { baseUrl: webhook.url }, secrets: { webhook: `https://hooks.slack.com${path}` } },
      {
        ...ports,
        now: () => at,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )

  it.each([
    [{ body: 'ok' }, 'delivered', 'accepted'],
    [{ body: 'OK, signed in' }, 'unknown', 'unreadable-answer'],
    [{ body: 'no_text' }, 'rejected', 'malformed-request'],
    [{ status: 400, body: 'user_not_found' }, 'rejected', 'person-unknown'],
    [{ status: 400, body: 'something_new' }, 'rejected', 'request-refused'],
    [{ status: 403, body: 'invalid_token' }, 'rejected', 'webhook-revoked'],
    [{ status: 403, body: 'action_prohibited' }, 'rejected', 'posting-prohibited'],
    [{ status: 404, body: 'channel_not_found' }, 'rejected', 'conversation-missing'],
    [{ archived: true }, 'rejected', 'conversation-archived'],
    [{ status: 500, body: 'rollup_error' }, 'transient', 'provider-busy'],
    [{ status: 503, body: 'down' }, 'transient', 'server-error'],
    [{ status: 302, body: '' }, 'rejected', 'redirected'],
    [{ dropAfterAccept: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    webhook.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind, detail: { reason } })
  })

  it('keeps away for as long as it is told', async () => {
    webhook.behave({ status: 429, body: 'rate_limited', headers: { 'retry-after': '7' } })
    expect(await send()).toMatchObject({ kind: 'throttled', retryAt: at + 7_000 })
  })

  it('sends what push notifications can show', async () => {
    await send()
    expect(webhook.messages()[0]?.warnings).toEqual([])
  })
})

describe('the address of a Slack webhook', () => {
  const vendor = `https://hooks.slack.com${path}`

  it('is read, and leads to the gateway when there is one', () => {
    expect(endpointOf(` <${vendor}> `, undefined)).toEqual({ url: vendor })
    expect(endpointOf(vendor, 'http://10.0.0.8')).toEqual({ url: `http://10.0.0.8${path}` })
  })

  it.each([
    ['https://oapi.dingtalk.com/robot/send?access_token=1', 'DingTalk'],
    ['https://hooks.slack.com/workflows/T1/A1/1/abc', '/services/'],
    [vendor.replace('.com', '.com.evil.example'), 'hooks.slack.com'],
    [vendor.replace('.com', '.com:8443'), 'hooks.slack.com'],
    ['T1/B1/abc', 'webhook address'],
  ])('is refused as %s, with the reason', (webhook, word) => {
    expect(endpointOf(webhook, undefined)).toEqual({ fault: expect.stringContaining(word) })
  })
})
