import type { LookupAddress } from 'node:dns'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ProxyFake,
  startProxyFake,
  startWebhookFake,
  type WebhookFake,
} from '../../testing/index.ts'
import { dingtalkConfig } from '../dingtalk/config.ts'
import type { HttpAnswer, NetworkFailure } from '../io.ts'
import { webhookConfig } from '../webhook/config.ts'
import { templateFaults } from '../webhook/template-faults.ts'
import { createPorts, type Ports } from './ports.ts'

const v4 = (address: string): LookupAddress => ({ address, family: 4 })
const v6 = (address: string): LookupAddress => ({ address, family: 6 })

const names: Readonly<Record<string, readonly LookupAddress[]>> = {
  'inside.example': [v4('10.1.2.3')],
  'inside.example.': [v4('10.1.2.3')],
  'local.example': [v6('::1')],
  'mapped.example': [v6('::ffff:10.1.2.3')],
  'mixed.example': [v4('8.8.8.8'), v4('10.1.2.3')],
  'mixed6.example': [v4('8.8.8.8'), v6('fd12::1')],
  'metadata.example': [v4('169.254.169.254')],
  'database.example': [v4('203.0.113.7')],
  localhost: [v4('127.0.0.1')],
  'localhost.': [v4('127.0.0.1')],
}

/** Stands in for the DNS, which no test can own. */
const dns = async (host: string): Promise<readonly LookupAddress[]> => {
  const found = names[host]
  if (found) return found
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
}

/** Every host here is a private place, or none at all, in some spelling. */
const privateHosts = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '１２７.０.０.１',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '[::1]',
  '[fc00::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:a00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::10.0.0.1]',
  '[2002:7f00:1::]',
  '[2002:c0a8:101::1]',
  '[::127.0.0.1]',
  'localhost',
  'localhost.',
  'inside.example',
  'inside.example.',
  'local.example',
  'mapped.example',
  'mixed.example',
  'mixed6.example',
]

/** No list opens these. */
const hostsNeverOpened = [
  '169.254.169.254',
  '0xa9fea9fe',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:a9fe:a9fe::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '100.100.100.200',
  '168.63.129.16',
  '0.0.0.0',
  '0',
  '[::]',
  '224.0.0.1',
  '[ff02::1]',
  'metadata.example',
]

const refusals = ['forbidden-address', 'address-never-open', 'own-address']
const reasonOf = (result: HttpAnswer | NetworkFailure): string =>
  result.kind === 'failed' ? result.reason : 'it was reached'

describe('forbidden destinations', () => {
  let receiver: WebhookFake
  let gate: ProxyFake
  let closed: Ports
  let wideOpen: Ports
  const everything = ['0.0.0.0/0', '::/0', 'metadata.example', 'localhost']

  beforeAll(async () => {
    receiver = await startWebhookFake()
    gate = await startProxyFake()
    closed = createPorts({ allowedNetworks: [], deniedPorts: [] }, dns)
    wideOpen = createPorts(
      {
        allowedNetworks: everything,
        deniedPorts: [3000],
        deniedPlaces: [{ host: 'database.example', port: 5432 }],
      },
      dns,
    )
  })
  afterAll(async () => {
    await Promise.all([receiver.close(), gate.close(), closed.close(), wideOpen.close()])
  })

  const post = (ports: Ports, url: string, proxy?: string) =>
    ports.http.request({
      method: 'POST',
      url,
      headers: {},
      body: '{}',
      proxy,
      signal: new AbortController().signal,
    })
  const forbidden = { kind: 'failed', reason: 'forbidden-address', left: false }

  it.each(privateHosts)('%s is refused, over HTTP and as a mail server', async (host) => {
    const url = `http://${host}:${receiver.port}/`
    expect(await post(closed, url)).toMatchObject(forbidden)
    const bare = new URL(url).hostname.replace(/^\[|\]$/g, '')
    const mail = await closed.mail.send({
      host: bare,
      port: receiver.port,
      security: 'none',
      credentials: null,
      from: 'a@example.com',
      recipients: ['b@example.com'],
      message: new Uint8Array(),
      signal: new AbortController().signal,
    })
    expect(mail).toMatchObject(forbidden)
  })

  it.each(hostsNeverOpened)('%s is refused whatever the operator allows', async (host) => {
    const url = `http://${host}/`
    expect(await post(wideOpen, url)).toMatchObject({ ...forbidden, reason: 'address-never-open' })
  })

  it('what a proxy would be asked for is judged as well, before it is asked', async () => {
    // The proxy itself is allowed, and nothing else.
    const proxied = createPorts(
      { allowedNetworks: ['127.0.0.1/32'], deniedPorts: [receiver.port] },
      dns,
    )
    for (const host of [...privateHosts, ...hostsNeverOpened]) {
      for (const scheme of ['http', 'https']) {
        const url = `${scheme}://${host}:${receiver.port}/`
        expect(refusals).toContain(reasonOf(await post(proxied, url, gate.url)))
      }
    }
    expect(gate.requests()).toEqual([])
    await proxied.close()
  })

  it('our own ports are closed, and the database’s on whatever machine it is', async () => {
    const ours = { ...forbidden, reason: 'own-address' }
    for (const host of ['127.0.0.1', '[::1]', 'localhost', '[::ffff:127.0.0.1]']) {
      expect(await post(wideOpen, `http://${host}:3000/`)).toMatchObject(ours)
    }
    const database = [
      'database.example',
      '203.0.113.7',
      '[::ffff:203.0.113.7]',
      '[64:ff9b::cb00:7107]',
    ]
    for (const host of database) {
      const bare = host.replace(/^\[|\]$/g, '')
      expect(await post(wideOpen, `http://${host}:5432/`)).toMatchObject(ours)
      await expect(wideOpen.guard.resolve(bare, 5433)).resolves.toHaveLength(1)
    }
  })

  it('a proxy at such a place is none', async () => {
    for (const proxy of [
      'http://203.0.113.7:5432',
      'http://database.example:5432',
      'socks5://203.0.113.7:5432',
    ]) {
      const result = await post(wideOpen, 'http://8.8.8.8/', proxy)
      expect(result).toMatchObject({ ...forbidden, reason: 'own-address' })
    }
    const metadata = await post(wideOpen, 'https://8.8.8.8/', 'http://169.254.169.254:80')
    expect(metadata).toMatchObject({ ...forbidden, reason: 'address-never-open' })
  })

  it('a name that changes its mind between its test and its use is refused (rebinding)', async () => {
    const answers = [[v4('8.8.8.8')], [v4('127.0.0.1')]]
    const ports = createPorts(
      { allowedNetworks: [], deniedPorts: [] },
      async () => answers.shift() ?? [],
    )
    const url = `http://rebind.example:${receiver.port}/`
    await expect(ports.guard.resolve('rebind.example', receiver.port)).resolves.toHaveLength(1)
    expect(await post(ports, url)).toMatchObject(forbidden)
    await ports.close()
  })

  it('the address that was checked is the one that is connected to, asked for once', async () => {
    let asked = 0
    const ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] }, async () => {
      asked += 1
      return [v4(asked === 1 ? '127.0.0.1' : '10.1.2.3')]
    })
    const answer = await post(ports, `http://once.example:${receiver.port}/`)
    expect(answer).toMatchObject({ kind: 'answer', status: 200 })
    expect(asked).toBe(1)
    await ports.close()
  })

  it('a name that cannot be resolved is not connected to', async () => {
    expect(await post(wideOpen, 'http://nowhere.example/')).toMatchObject({
      kind: 'failed',
      reason: 'dns-failed',
      left: false,
    })
  })

  it('a redirect to a forbidden place is an answer, not a way', async () => {
    const ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] }, dns)
    receiver.behave({ status: 302, headers: { location: 'http://169.254.169.254/latest/' } })
    expect(await post(ports, receiver.url)).toMatchObject({ kind: 'answer', status: 302 })
    receiver.behave()
    await ports.close()
  })

  it.each(['http://user:pw@example.com/', 'http://user@example.com/', 'file:///etc/passwd'])(
    '%s is no address for a channel',
    (url) => {
      expect(dingtalkConfig.safeParse({ baseUrl: url }).success).toBe(false)
      const parsed = webhookConfig.parse({ url })
      expect(templateFaults(parsed).map(({ path }) => path)).toContain('config.url')
    },
  )
})
