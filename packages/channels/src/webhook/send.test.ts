import { generateKeyPairSync, verify } from 'node:crypto'
import { type Instant, instant } from '@highwater/core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAlertMessage, startWebhookFake, type WebhookFake } from '../../testing/index.ts'
import { aDigestMessage } from '../../testing/messages.ts'
import { signatureVectors } from '../../testing/vectors/read-vectors.ts'
import { renderFor } from '../catalog.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'
import { signGithub, signStandard } from './sign.ts'

const now = (): Instant => instant(Date.now())
const signingSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

describe('signatures', () => {
  it.each(signatureVectors.standardWebhooks)(
    'are as Standard Webhooks publishes them',
    (vector) => {
      const at = instant(vector.timestamp * 1_000)
      expect(signStandard(vector.secret, vector.id, at, vector.body)).toEqual({
        'webhook-id': vector.id,
        'webhook-timestamp': String(vector.timestamp),
        'webhook-signature': vector.signature,
      })
    },
  )

  it.each(signatureVectors.githubStyle)('are as GitHub publishes them', (vector) => {
    expect(signGithub(vector.secret, vector.body)).toEqual({ 'x-hub-signature-256': vector.header })
  })
})

it('names in a payload of its own those for whom a message is', () => {
  const mentions = [{ name: '王芳', contacts: {} }]
  for (const message of [anAlertMessage({ mentions }), aDigestMessage(2, { mentions })]) {
    const { preview } = renderFor('webhook', { message, locale: 'en' }, { url: 'https://a.test' })
    expect(JSON.parse(preview.body).data).toMatchObject({ mentions: ['王芳'] })
  }
})

describe('a webhook', () => {
  let endpoint: WebhookFake
  let ports: Ports

  beforeAll(async () => {
    endpoint = await startWebhookFake()
    ports = createPorts({ allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] })
  })
  afterAll(async () => {
    await endpoint.close()
    await ports.close()
  })
  beforeEach(() => {
    endpoint.clear()
    endpoint.behave()
  })

  const send = (
    config: Record<string, unknown>,
    secrets: Record<string, unknown> = {},
    detail = '',
  ) =>
    sendThrough(
      'webhook',
      { message: anAlertMessage({ detail }), locale: 'en' },
      { config: { url: `${endpoint.url}/in`, ...config }, secrets },
      {
        ...ports,
        now,
        signal: new AbortController().signal,
        deliveryId: '0190d5a0-aaaa-7000-8000-000000000001',
        incidentId: '0190d5a0-bbbb-7000-8000-000000000001',
      },
    )

  const received = () => {
    const [request] = endpoint.requests()
    if (request === undefined) throw new Error('Nothing arrived.')
    return request
  }

  it('sends the payload of Standard Webhooks, which the published library verifies', async () => {
    await send({ signature: 'standard-webhooks' }, { signingSecret })
    const { headers, text } = received()
    const signed = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    )
    expect(new Webhook(signingSecret).verify(text, signed)).toMatchObject({
      type: 'alert.firing',
      timestamp: '2026-01-02T03:04:05.000Z',
      data: {
        id: 'K7Q2M',
        event: 'sync_delay',
        level: 'high',
        observedSeconds: 412,
        thresholdSeconds: 60,
        project: { name: 'orders_to_dw', tags: ['核心', 'orders'] },
      },
    })
    expect(headers['content-type']).toBe('application/json')
  })

  it('signs in the GitHub style', async () => {
    await send({ signature: 'github' }, { signingSecret: 'any text' })
    const { headers, text } = received()
    expect(headers).toMatchObject(signGithub('any text', text))
  })

  it('fills a JSON template with escaped values and real numbers', async () => {
    const body = `{"text":"\${detail}","raw":\${message_json},"behind":\${value}}`
    const detail = 'he said "no" \\ and\nleft'
    await send({ body }, {}, detail)
    const parsed: unknown = JSON.parse(received().text)
    expect(parsed).toMatchObject({
      text: detail,
      raw: expect.stringContaining(detail),
      behind: 412,
    })
  })

  it('fills variables of the address encoded', async () => {
    await send({ url: `${endpoint.url}/p/\${project}?target=\${alarm_name}&x=1` })
    expect(received().path).toBe('/p/orders_to_dw?target=synchronization%20delayed&x=1')
  })

  it('fills variables of headers, one line of ASCII each', async () => {
    const headers = {
      'X-Project': `\${project}`,
      'X-Detail': `[\${detail}]`,
      'Content-Type': `application/vnd.\${kind}+json`,
    }
    await send({ headers }, {}, '落后\nfar')
    expect(received().headers).toMatchObject({
      'content-type': 'application/vnd.firing+json',
      'x-project': 'orders_to_dw',
      'x-detail': '[%E8%90%BD%E5%90%8E%0Afar]',
    })
  })

  it('signs with the old and the new secret while the receiver changes it', async () => {
    const old = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
    await send({ signature: 'standard-webhooks' }, { signingSecret: `${old} ${signingSecret}` })
    const { headers, text } = received()
    const signed = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    )
    for (const each of [old, signingSecret]) new Webhook(each).verify(text, signed)
    expect(() => new Webhook(`whsec_${btoa('x'.repeat(24))}`).verify(text, signed)).toThrow()
  })

  it('signs with an ed25519 key, which everybody can verify and nobody else can make', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
    await send(
      { signature: 'standard-webhooks' },
      { signingSecret: `whsk_${seed.toString('base64')}` },
    )
    const { headers, text } = received()
    const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`)
    const [version, signature = ''] = String(headers['webhook-signature']).split(',')
    expect(version).toBe('v1a')
    expect(verify(null, signed, publicKey, Buffer.from(signature, 'base64'))).toBe(true)
  })

  it('sends plain and secret headers and no body with GET', async () => {
    await send(
      { method: 'GET', headers: { 'X-Team': 'dba' } },
      { authorization: 'Bearer 1234', secretHeaders: { 'X-Key': 'k1' } },
    )
    const { method, headers, text } = received()
    expect({ method, text }).toEqual({ method: 'GET', text: '' })
    expect(headers).toMatchObject({ 'x-team': 'dba', authorization: 'Bearer 1234', 'x-key': 'k1' })
  })

  it.each([
    [{ status: 302, headers: { location: 'http://127.0.0.1/' } }, 'rejected', 'redirected'],
    [{ status: 400, body: 'bad' }, 'rejected', 'request-refused'],
    [{ status: 401 }, 'rejected', 'not-authorised'],
    [{ status: 404 }, 'rejected', 'not-found'],
    [{ status: 410 }, 'rejected', 'gone'],
    [{ status: 413 }, 'rejected', 'too-long'],
    [{ status: 429 }, 'throttled', 'too-many-messages'],
    [{ status: 503, headers: { 'retry-after': '7' } }, 'throttled', 'provider-busy'],
    [{ status: 500 }, 'transient', 'server-error'],
    [{ status: 502, body: '<html>' }, 'transient', 'server-error'],
    [{ dropBeforeResponse: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    endpoint.behave(misbehaviour)
    expect(await send({})).toMatchObject({ kind, detail: { reason } })
  })

  it('waits as long as Retry-After says', async () => {
    endpoint.behave({ status: 429, headers: { 'retry-after': '90' } })
    const before = now()
    const outcome = await send({})
    const wait =
      outcome.kind === 'throttled' && outcome.retryAt !== null ? outcome.retryAt - before : 0
    expect(wait).toBeGreaterThanOrEqual(90_000)
    expect(wait).toBeLessThan(95_000)
  })

  it.each([
    [{ status: [202] }, 'rejected'],
    [{ status: [200, 202] }, 'delivered'],
    [{ regex: '"code"\\s*:\\s*0' }, 'delivered'],
    [{ regex: '^ok$' }, 'rejected'],
    [{ json: { code: 0 } }, 'delivered'],
    [{ json: { code: 0, data: { queued: true } } }, 'delivered'],
    [{ json: { code: 1 } }, 'rejected'],
    [{ json: { data: { queued: true, more: 1 } } }, 'rejected'],
    [{ json: {} }, 'delivered'],
    [{ json: { list: [{ b: 2, a: 1 }] } }, 'delivered'],
    [{ json: { list: [] } }, 'rejected'],
    [{ json: { code: 0 }, regex: '"id":8' }, 'rejected'],
  ])('with the check %j the answer is %s', async (responseCheck, kind) => {
    endpoint.behave({ body: '{"code":0,"data":{"queued":true,"id":7},"list":[{"a":1,"b":2}]}' })
    expect((await send({ responseCheck })).kind).toBe(kind)
  })

  it('takes a body for JSON only if it parses', async () => {
    endpoint.behave({ body: '{not json}' })
    expect(await send({ responseCheck: { json: {} } })).toMatchObject({
      kind: 'unknown',
      detail: { reason: 'answer-not-json' },
    })
  })

  it('counts the listed status codes and no others', async () => {
    endpoint.behave({ status: 409, body: '{}' })
    expect((await send({ responseCheck: { status: [200, 409] } })).kind).toBe('delivered')
    expect((await send({ responseCheck: { status: [200] } })).kind).toBe('rejected')
  })

  it('takes a web page for somebody else’s answer, unless the check says that it is right', async () => {
    endpoint.behave({ status: 200, body: '<!DOCTYPE html><title>Sign in</title>' })
    expect(await send({})).toMatchObject({
      kind: 'unknown',
      detail: { reason: 'unreadable-answer' },
    })
    expect((await send({ responseCheck: { status: [200] } })).kind).toBe('delivered')
    endpoint.behave({ status: 200, body: '<response>ok</response>' })
    expect((await send({})).kind).toBe('delivered')
  })

  it('is not held up by an expression that never ends', async () => {
    endpoint.behave({ body: `${'a'.repeat(60)}!` })
    expect((await send({ responseCheck: { regex: '^(a+)+$' } })).kind).toBe('rejected')
  })
})
