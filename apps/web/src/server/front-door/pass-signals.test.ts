import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { offerApi, passSignals } from './pass-signals.ts'
import { standBefore } from './stand-before.ts'

const most = 100_000
let server: Server
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

beforeAll(async () => {
  server = createServer((received, answer) => {
    received.resume().on('end', () => answer.end('the framework'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  for (let times = 0; times < 2; times += 1) standBefore(server, passSignals(most))
})
afterAll(() => {
  agent.destroy()
  server.close()
})
afterEach(() => {
  globalThis.highwaterApi = undefined
})

const open = (method: string, path: string, headers: Record<string, string> = {}) =>
  request({ port: (server.address() as AddressInfo).port, agent, method, path, headers })

async function ask(method: string, path: string, body = '', headers: Record<string, string> = {}) {
  const [answer]: IncomingMessage[] = await once(open(method, path, headers).end(body), 'response')
  if (answer === undefined) throw new Error('A request is answered.')
  let text = ''
  for await (const chunk of answer) text += chunk
  return { status: answer.statusCode, headers: answer.headers, text }
}

test('the framework answers until the API has been loaded, and whatever is not a batch of signals', async () => {
  expect((await ask('POST', '/api/v1/signals', '{}')).text).toBe('the framework')
  offerApi(async () => new Response('the API'))
  expect((await ask('POST', '/api/v1/signals', '{}')).text).toBe('the API')
  for (const path of ['/api/v1/signals/', '/api/v1/signalsx', '/x/api/v1/signals']) {
    expect((await ask('POST', path, '{}')).text).toBe('the framework')
  }
  expect((await ask('GET', '/api/v1/signals')).text).toBe('the framework')
})

test('the API is asked as the framework would ask it, and its answer carries what all answers carry', async () => {
  offerApi(async (asked, body) =>
    Response.json(
      {
        url: asked.url,
        token: asked.headers.get('authorization'),
        body: new TextDecoder().decode(body),
      },
      { status: 202, headers: { 'x-request-id': 'one' } },
    ),
  )
  const body = '订单'.repeat(10_000)
  const headers = { authorization: 'Bearer t', 'x-forwarded-proto': 'https' }
  const answer = await ask('POST', '/api/v1/signals?a=b', body, headers)
  expect(answer.status).toBe(202)
  expect(answer.headers).toMatchObject({
    'x-request-id': 'one',
    'x-frame-options': 'DENY',
    'strict-transport-security': expect.stringContaining('max-age'),
  })
  const { url, ...rest } = JSON.parse(answer.text)
  expect(new URL(url).search).toBe('?a=b')
  expect(rest).toEqual({ token: 'Bearer t', body })
})

test('of a body that is too large just enough is kept to see that, and the connection serves on', async () => {
  offerApi(async (_, body) => new Response(String(body.byteLength)))
  const kept = Number((await ask('POST', '/api/v1/signals', 'x'.repeat(50 * most))).text)
  expect(kept).toBeGreaterThan(most)
  expect(kept).toBeLessThan(3 * most)
  offerApi(async () => new Response('', { status: 401 }))
  expect((await ask('POST', '/api/v1/signals', 'x'.repeat(most))).status).toBe(401)
  expect((await ask('GET', '/')).text).toBe('the framework')
})

test('a sender that goes away in the middle of its body harms nobody', async () => {
  offerApi(async () => new Response('the API'))
  const broken = open('POST', '/api/v1/signals', { 'content-length': '1000' })
  broken.on('error', () => undefined).write('{')
  await once(broken, 'socket')
  broken.destroy()
  expect((await ask('POST', '/api/v1/signals', '{}')).text).toBe('the API')
})
