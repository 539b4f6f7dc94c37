import { connect, createServer, type Socket } from 'node:net'
import { millis } from '@highwater/core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  type ProxyFakeOptions,
  startProxyFake,
  startWebhookFake,
  testTlsIdentity,
} from '../../testing/index.ts'
import type { HttpRequest } from '../io.ts'
import { longestAnswer, longestWait } from './exchange.ts'
import { createPorts } from './ports.ts'

const ports = createPorts({ allowedNetworks: ['127.0.0.0/8', 'localhost'], deniedPorts: [] })
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => ports.close())

const ask = (url: string, changes: Partial<HttpRequest> = {}) =>
  ports.http.request({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: '{"text":"你好"}',
    signal: new AbortController().signal,
    ...changes,
  })

async function endpoint(options: Parameters<typeof startWebhookFake>[0] = {}) {
  const fake = await startWebhookFake(options)
  closing.push(fake.close)
  return fake
}

async function proxy(options: ProxyFakeOptions = {}) {
  const fake = await startProxyFake(options)
  closing.push(fake.close)
  return fake
}

describe('the HTTP client', () => {
  it('sends the bytes as given and reads the answer', async () => {
    const fake = await endpoint()
    const answer = await ask(`${fake.url}/in?x=1`)
    expect(answer).toMatchObject({ kind: 'answer', status: 200, text: '{"ok":true}' })
    expect(fake.requests()[0]).toMatchObject({
      method: 'POST',
      path: '/in?x=1',
      text: '{"text":"你好"}',
    })
  })

  it('gives each request its whole time, however long it has waited for a connection', async () => {
    const fake = await endpoint()
    fake.behave({ latencyMs: 1_200 })
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => ask(fake.url, { timeout: millis(4_000) })),
    )
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['answer']))
  })

  it('gives up what finds no free connection, and says that it has not left', async () => {
    const fake = await endpoint()
    fake.behave({ latencyMs: 60_000 })
    const under = new AbortController()
    const busy = Array.from({ length: 64 }, () =>
      ask(fake.url, { timeout: millis(30_000), signal: under.signal }),
    )
    expect(await ask(fake.url)).toMatchObject({ reason: 'no-free-connection', left: false })
    under.abort()
    await Promise.all(busy)
  })

  it('asks for answers that are not compressed, and reads past a byte order mark', async () => {
    const fake = await endpoint({ answer: () => ({ status: 200, body: '\ufeff{"ok":true}' }) })
    expect(await ask(fake.url)).toMatchObject({ text: '{"ok":true}' })
    expect(fake.requests()[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' })
  })

  it('follows no redirect', async () => {
    const fake = await endpoint()
    fake.behave({ status: 302, headers: { location: `${fake.url}/elsewhere` } })
    expect(await ask(fake.url)).toMatchObject({ kind: 'answer', status: 302 })
    expect(fake.requests()).toEqual([])
  })

  it('reads no more than 64 KiB', async () => {
    const fake = await endpoint({ answer: () => ({ status: 200, body: 'x'.repeat(1_000_000) }) })
    const answer = await ask(fake.url)
    expect(answer.kind === 'answer' && answer.text.length).toBe(longestAnswer)
  })

  it('knows that a request had left when the answer is late', async () => {
    const fake = await endpoint()
    fake.behave({ latencyMs: 120_000 })
    const result = await ask(fake.url, { timeout: millis(100) })
    expect(result).toMatchObject({ kind: 'failed', reason: 'answer-timeout', left: true })
  })

  it('knows that a request had left when the connection is cut', async () => {
    const fake = await endpoint()
    fake.behave({ dropAfterAccept: true })
    expect(await ask(fake.url)).toMatchObject({
      kind: 'failed',
      reason: 'connection-lost',
      left: true,
    })
  })

  it('knows that nothing has left when TLS is not trusted, and trusts a given certificate', async () => {
    const fake = await endpoint({ tls: testTlsIdentity })
    expect(await ask(fake.url)).toMatchObject({
      kind: 'failed',
      reason: 'tls-untrusted',
      left: false,
    })
    expect(await ask(fake.url, { ca: testTlsIdentity.cert })).toMatchObject({
      kind: 'answer',
      status: 200,
    })
  })

  it('knows that nothing has left when the server speaks no TLS', async () => {
    const fake = await endpoint()
    const result = await ask(fake.url.replace('http:', 'https:'))
    expect(result).toMatchObject({ kind: 'failed', reason: 'tls-failed', left: false })
  })

  it('knows that nothing has left when a name does not resolve', async () => {
    const result = await ask('http://no-such-host.invalid/')
    expect(result).toMatchObject({ kind: 'failed', reason: 'dns-failed', left: false })
  })

  it('checks names at connect time, and literal addresses as well', async () => {
    const strict = createPorts({ allowedNetworks: [], deniedPorts: [] })
    closing.push(strict.close)
    const fake = await endpoint()
    for (const host of ['localhost', '127.0.0.1', '[::ffff:7f00:1]', '2130706433']) {
      const result = await strict.http.request({
        method: 'GET',
        url: `http://${host}:${fake.port}/`,
        headers: {},
        body: null,
        signal: new AbortController().signal,
      })
      expect(result).toMatchObject({ kind: 'failed', reason: 'forbidden-address', left: false })
    }
    expect(fake.requests()).toEqual([])
  })

  it('does not begin when it is already stopped', async () => {
    const fake = await endpoint()
    const result = await ask(fake.url, { signal: AbortSignal.abort() })
    expect(result).toMatchObject({ kind: 'failed', reason: 'stopped', left: false })
    expect(fake.requests()).toEqual([])
  })

  it('returns a failure for a header that HTTP cannot carry', async () => {
    const fake = await endpoint()
    expect((await ask(fake.url, { headers: { 'x-bad': 'a\nb' } })).kind).toBe('failed')
  })
})

describe('behind a proxy', () => {
  it('plain http goes in absolute form, even where tunnels are refused', async () => {
    const fake = await endpoint()
    const gate = await proxy({ connectStatus: 405 })
    expect(await ask(`${fake.url}/in`, { proxy: gate.url })).toMatchObject({
      kind: 'answer',
      status: 200,
    })
    expect(gate.requests()).toEqual([
      { form: 'absolute', target: `${fake.url}/in`, authorized: true },
    ])
  })

  it('https goes through a tunnel', async () => {
    const fake = await endpoint({ tls: testTlsIdentity })
    const gate = await proxy()
    const result = await ask(fake.url, { proxy: gate.url, ca: testTlsIdentity.cert })
    expect(result).toMatchObject({ kind: 'answer', status: 200 })
    expect(gate.requests()).toMatchObject([{ form: 'connect', target: `127.0.0.1:${fake.port}` }])
  })

  it.each([405, 403, 501])('a tunnel refused with %i is told apart', async (connectStatus) => {
    const gate = await proxy({ connectStatus })
    const result = await ask('https://127.0.0.1:1/', { proxy: gate.url })
    expect(result).toMatchObject({ kind: 'failed', reason: 'proxy-refused-tunnel', left: false })
  })

  it.each([408, 429, 500, 502, 503, 504])(
    'a receiver that is down behind it is no fault of the settings: %i to a tunnel',
    async (connectStatus) => {
      const gate = await proxy({ connectStatus })
      const result = await ask('https://127.0.0.1:1/', { proxy: gate.url })
      expect(result).toMatchObject({ kind: 'failed', reason: 'proxy-cannot-reach', left: false })
    },
  )

  it('one that never answers for a tunnel is not taken for a lack of connections', async () => {
    const gate = await proxy({ connectStatus: 'never' })
    const began = performance.now()
    expect(await ask('https://127.0.0.1:1/', { proxy: gate.url })).toMatchObject({
      reason: 'proxy-cannot-reach',
      left: false,
    })
    expect(performance.now() - began).toBeLessThan(longestWait + 10_000)
  })

  it('what waits for others that are under way through it says so', async () => {
    const fake = await endpoint({ tls: testTlsIdentity })
    const gate = await proxy()
    fake.behave({ latencyMs: 60_000 })
    const under = new AbortController()
    const through = { proxy: gate.url, ca: testTlsIdentity.cert }
    const busy = Array.from({ length: 64 }, () =>
      ask(fake.url, { ...through, timeout: millis(30_000), signal: under.signal }),
    )
    expect(await ask(fake.url, through)).toMatchObject({ reason: 'no-free-connection' })
    under.abort()
    await Promise.all(busy)
  })

  it('credentials are sent, and wrong ones are told apart for http and https', async () => {
    const fake = await endpoint()
    const gate = await proxy({ user: { name: 'u', password: 'p@ss' } })
    const right = `http://u:p%40ss@127.0.0.1:${gate.port}`
    expect(await ask(fake.url, { proxy: right })).toMatchObject({ kind: 'answer', status: 200 })
    for (const target of [fake.url, 'https://127.0.0.1:1/']) {
      const result = await ask(target, { proxy: `http://u:wrong@127.0.0.1:${gate.port}` })
      expect(result).toMatchObject({ kind: 'failed', reason: 'proxy-sign-in', left: false })
    }
  })

  it.each([
    { name: '', password: 'token' },
    { name: 'u', password: '' },
  ])('a name or a token alone is sent as well: $name:$password', async (user) => {
    const fake = await endpoint()
    const gate = await proxy({ user })
    const address = `http://${user.name}:${user.password}@127.0.0.1:${gate.port}`
    expect(await ask(fake.url, { proxy: address })).toMatchObject({ kind: 'answer', status: 200 })
  })

  it.each(['http', 'https', 'socks5'])(
    'a dead %s proxy is told apart from a dead receiver',
    async (scheme) => {
      const gate = await proxy()
      await gate.close()
      closing.pop()
      const result = await ask('http://127.0.0.1:1/', {
        proxy: `${scheme}://127.0.0.1:${gate.port}`,
      })
      expect(result).toMatchObject({ kind: 'failed', reason: 'proxy-unreachable', left: false })
    },
  )

  it('a proxy at a forbidden address is refused', async () => {
    const strict = createPorts({ allowedNetworks: [], deniedPorts: [] })
    closing.push(strict.close)
    const gate = await proxy()
    for (const host of ['127.0.0.1', 'localhost']) {
      const result = await strict.http.request({
        method: 'GET',
        url: 'http://8.8.8.8/',
        headers: {},
        body: null,
        proxy: `http://${host}:${gate.port}`,
        signal: new AbortController().signal,
      })
      expect(result).toMatchObject({ kind: 'failed', reason: 'forbidden-address' })
    }
    expect(gate.requests()).toEqual([])
  })

  it('a target that is private as we see it is refused', async () => {
    const gate = await proxy()
    const result = await ask('http://10.9.8.7/', { proxy: gate.url })
    expect(result).toMatchObject({ kind: 'failed', reason: 'forbidden-address' })
    expect(gate.requests()).toEqual([])
  })

  it('a name that nobody here knows does not hold a request up, and is asked for once', async () => {
    const fake = await endpoint()
    const through = await proxy()
    let asked = 0
    const unanswered = () => {
      asked += 1
      return new Promise<never>(() => {})
    }
    const isolated = createPorts({ allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] }, unanswered)
    closing.push(() => isolated.close())
    const url = fake.url.replace('127.0.0.1', 'localhost')
    const begun = performance.now()
    const send = (signal = new AbortController().signal) =>
      isolated.http.request({
        method: 'POST',
        url,
        headers: {},
        body: '{}',
        proxy: through.url,
        signal,
      })
    const stopped = send(AbortSignal.timeout(50))
    expect(await Promise.all([send(), send(), send()])).toMatchObject(
      Array(3).fill({ kind: 'answer', status: 200 }),
    )
    expect(performance.now() - begun).toBeLessThan(4_000)
    expect(asked).toBe(1)
    expect(await stopped).toMatchObject({ kind: 'failed', reason: 'stopped', left: false })
    expect(fake.requests()).toHaveLength(3)
  })

  it('a SOCKS5 proxy carries the request', async () => {
    const fake = await endpoint()
    const socks = createServer((client) => acceptSocks(client, fake.port)).listen(0, '127.0.0.1')
    await new Promise((done) => socks.once('listening', done))
    closing.push(() => new Promise((done) => socks.close(() => done())))
    const address = socks.address()
    const port = typeof address === 'object' ? address?.port : 0
    const result = await ask(`${fake.url}/socks`, { proxy: `socks5://127.0.0.1:${port}` })
    expect(result).toMatchObject({ kind: 'answer', status: 200 })
    expect(fake.requests()[0]?.path).toBe('/socks')
    await ports.close()
  })
})

/** The least of RFC 1928: no sign-in, CONNECT, and always to the same port of this machine. */
function acceptSocks(client: Socket, port: number): void {
  client.once('data', () => {
    client.write(Buffer.from([5, 0]))
    client.once('data', () => {
      client.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
      const onward = connect(port, '127.0.0.1')
      client.pipe(onward).pipe(client)
      client.on('close', () => onward.destroy())
      client.on('error', () => onward.destroy())
      onward.on('error', () => client.destroy())
    })
  })
}
