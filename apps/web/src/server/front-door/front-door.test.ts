import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boundBody } from './bound-body.ts'
import { openFrontDoor } from './open-front-door.ts'
import { createFrontDoor, type FrontDoorSettings, misdirectedPath } from './receive.ts'

// Over real sockets: whoever asks here is 127.0.0.1.
const settings: FrontDoorSettings = {
  HIGHWATER_URL: 'https://alerts.example.com',
  HIGHWATER_TRUSTED_PROXIES: ['127.0.0.1', '10.1.0.0/16', 'fd00::/8'],
  HIGHWATER_ALLOWED_HOSTS: ['alerts.internal'],
}
const withoutProxies = { ...settings, HIGHWATER_TRUSTED_PROXIES: ['192.0.2.1'] }

let server: Server
let port: number
let current: FrontDoorSettings = settings
beforeAll(async () => {
  server = createServer((received, answer) => {
    createFrontDoor(current)(received)
    answer.end(JSON.stringify({ url: received.url, headers: received.headers }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

interface Seen {
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

async function ask(headers: Record<string, string>, path = '/', at = port): Promise<Seen> {
  const sent = request({ host: '127.0.0.1', port: at, path, headers }).end()
  const [answer] = await once(sent, 'response')
  let text = ''
  for await (const chunk of answer) text += chunk
  return JSON.parse(text)
}

const host = 'alerts.example.com'

describe('the address of the client', () => {
  test.each([
    ['is what our proxy saw', '203.0.113.7', '203.0.113.7'],
    ['is not what the client claims before it', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['is found behind several of our proxies', '203.0.113.7, 10.1.2.3, fd00::1', '203.0.113.7'],
    ['is read with a port', '203.0.113.7:51234', '203.0.113.7'],
    ['is read as IPv6 in brackets', '[2001:db8::7]:443', '2001:db8::7'],
    ['is read as IPv4 in IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
    ['is read as IPv4 in hexadecimal IPv6', '::ffff:cb00:7107', '203.0.113.7'],
    ['is read as IPv4 in IPv6 in brackets', '[::ffff:203.0.113.7]:443', '203.0.113.7'],
    ['ends at what is no address', 'unknown, 10.1.2.3', '10.1.2.3'],
    ['is the proxy itself if it says nothing', '', '127.0.0.1'],
  ])('%s', async (_name, forwardedFor, expected) => {
    current = settings
    const { headers } = await ask({ host, 'x-forwarded-for': forwardedFor })
    expect(headers['x-forwarded-for']).toBe(expected)
  })

  test('is the socket’s, whatever is claimed, where no proxy of ours speaks', async () => {
    current = withoutProxies
    const { headers } = await ask({
      host,
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-real-ip': '203.0.113.7',
      forwarded: 'for=203.0.113.7',
    })
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': host })
    expect(Object.keys(headers)).not.toContain('x-real-ip')
    expect(Object.keys(headers)).not.toContain('forwarded')
  })
})

describe('the protocol', () => {
  test.each([
    ['is what our proxy says', settings, { host, 'x-forwarded-proto': 'http' }, 'http'],
    ['is the public address’s under its name', settings, { host }, 'https'],
    ['is plain under any other name', settings, { host: 'alerts.internal' }, 'http'],
    [
      'is not what a stranger says',
      withoutProxies,
      { host: '127.0.0.1', 'x-forwarded-proto': 'https' },
      'http',
    ],
    [
      'is never anything else',
      settings,
      { host: '127.0.0.1', 'x-forwarded-proto': 'javascript' },
      'http',
    ],
  ])('%s', async (_name, given, sent, expected) => {
    current = given
    expect((await ask(sent)).headers['x-forwarded-proto']).toBe(expected)
  })
})

describe('a request for', () => {
  test.each([
    ['the public address', settings, { host }, '/setup', true],
    ['the public address with a port', settings, { host: `${host}:443` }, '/', true],
    ['another name that is allowed', settings, { host: 'alerts.internal' }, '/', true],
    ['localhost', settings, { host: 'localhost:3000' }, '/', true],
    ['an address', settings, { host: '10.0.0.8:3000' }, '/', true],
    ['an address of IPv6', settings, { host: '[::1]:3000' }, '/', true],
    [
      'the public name through our proxy',
      settings,
      { host: 'web:3000', 'x-forwarded-host': host },
      '/',
      true,
    ],
    ['a stranger’s name', settings, { host: 'evil.example' }, '/setup', false],
    [
      'a stranger’s name, by cookie to the API',
      settings,
      { host: 'evil.example' },
      '/api/v1/channels',
      false,
    ],
    [
      'a stranger’s name that begins like ours',
      settings,
      { host: `${host}.evil.example` },
      '/',
      false,
    ],
    [
      'a stranger’s name through our proxy',
      settings,
      { host, 'x-forwarded-host': 'evil.example' },
      '/',
      false,
    ],
    [
      'a name that a stranger forwards',
      withoutProxies,
      { host: 'evil.example', 'x-forwarded-host': host },
      '/',
      false,
    ],
    ['something that is no host', settings, { host: 'a b/c' }, '/', false],
    [
      'whatever, with a token',
      settings,
      { host: 'web', authorization: 'Bearer t' },
      '/api/v1/signals',
      true,
    ],
    [
      'a stranger’s name, with a token, elsewhere',
      settings,
      { host: 'evil.example', authorization: 'Bearer t' },
      '/setup',
      false,
    ],
    ['whatever, as a heartbeat', settings, { host: 'web' }, '/api/v1/ping/token?latency=1', true],
    ['whatever, as a health check', settings, { host: 'web' }, '/api/health/ready', true],
    [
      'whatever, for what is only called like a health check',
      settings,
      { host: 'web' },
      '/api/health/readying',
      false,
    ],
  ])('%s', async (_name, given, sent, path, passes) => {
    current = given
    expect((await ask(sent, path)).url).toBe(passes ? path : misdirectedPath)
  })
})

test('a page of ours is known as ours behind a proxy that asks us by another name', async () => {
  current = withoutProxies
  const { headers } = await ask({ host: '10.0.0.8', origin: 'https://alerts.example.com' })
  expect(headers['x-forwarded-host']).toBe(host)
  const stranger = await ask({ host: '10.0.0.8', origin: 'https://evil.example' })
  expect(stranger.headers['x-forwarded-host']).toBe('10.0.0.8')
})

test('the front door stands before every listener of the process', async () => {
  const behind = createServer((received, answer) =>
    answer.end(JSON.stringify({ url: received.url, headers: received.headers })),
  )
  const takeAway = openFrontDoor(withoutProxies)
  behind.listen(0, '127.0.0.1')
  await once(behind, 'listening')
  const at = (behind.address() as AddressInfo).port
  const sent = { host: 'evil.example', 'x-forwarded-for': '203.0.113.7' }
  const { url, headers } = await ask(sent, '/setup', at)
  expect([url, headers['x-forwarded-for']]).toEqual([misdirectedPath, '127.0.0.1'])
  takeAway()
  expect((await ask(sent, '/setup', at)).url).toBe('/setup')
  behind.close()
})

test.each([
  ['/api/v1/projects/%E0%A4%A?a=%E0', '/api/v1/projects/%25E0%25A4%25A?a=%E0'],
  ['/projects/50%', '/projects/50%25'],
  ['/projects/%E8%AE%A2?q=%', '/projects/%E8%AE%A2?q=%'],
])('a path that cannot be decoded is taken as it is written: %s', async (path, read) => {
  current = settings
  expect((await ask({ host }, path)).url).toBe(read)
})

test('a body that never ends is ended, a long one is cut, one within bounds arrives', async () => {
  const bounded = createServer((received, answer) => {
    boundBody(received, 1_000_000, 3_000_000)
    let length = 0
    received.on('data', (chunk: Buffer) => {
      length += chunk.byteLength
    })
    received.on('end', () => answer.end(String(length)))
  }).listen(0, '127.0.0.1')
  await once(bounded, 'listening')
  const at = (bounded.address() as AddressInfo).port
  const send = (pieces: number) => {
    const sent = request({ host: '127.0.0.1', port: at, method: 'POST' })
    for (let piece = 0; piece < pieces; piece += 1) sent.write(Buffer.alloc(100_000))
    return once(sent.end(), 'response')
  }
  const lengthRead = async (pieces: number) => {
    const [answer] = await send(pieces)
    return Number(
      await answer.setEncoding('utf8').reduce((text: string, part: string) => text + part, ''),
    )
  }
  expect(await lengthRead(9)).toBe(900_000)
  // Too much is not kept, but listened to: who sends without reading could not be told 413.
  const cut = await lengthRead(29)
  expect(cut).toBeGreaterThan(1_000_000)
  expect(cut).toBeLessThan(1_300_000)
  await expect(send(60)).rejects.toThrow(/ECONNRESET|EPIPE|hang up/)
  bounded.close()
})
