import { createHash, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { type Instant, instant, type Millis, millis, plus, seconds } from '@highwater/core'
import { readXlsx } from 'hucre'
import PostalMime, { type Email } from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anAlertMessage,
  type SmtpFake,
  type SmtpFakeOptions,
  startProxyFake,
  startSmtpFake,
  startTcpFake,
  startWebhookFake,
  testTlsIdentity,
} from '../../testing/index.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'

let passed: Millis
const now = (): Instant => plus(instant(Date.UTC(2026, 0, 2, 3, 4, 5)), passed)

const basics = {
  from: { name: '告警中心', address: 'alerts@example.com' },
  to: ['one@example.com', 'two@example.com'],
  cc: ['three@example.com'],
}

/** Signs in with access tokens alone. */
const mailbox = { name: 'alerts@example.com', password: 'unused' }

const withTokensOf = (identity: { readonly url: string }) => ({
  security: 'starttls',
  tlsTrust: testTlsIdentity.cert,
  username: mailbox.name,
  authMethod: 'xoauth2',
  oauth: { tokenUrl: `${identity.url}/token`, clientId: 'highwater' },
})

describe('an e-mail channel', () => {
  let ports: Ports
  const closing: (() => Promise<void>)[] = []

  let deliveryId = ''
  let deliveries = 0

  beforeEach(() => {
    passed = millis(0)
    deliveries += 1
    deliveryId = `0190d5a0-aaaa-7000-8000-${String(deliveries).padStart(12, '0')}`
  })
  beforeAll(() => {
    ports = createPorts({ allowedNetworks: ['127.0.0.0/8', 'localhost'], deniedPorts: [] })
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  afterAll(() => ports.close())

  async function server(options: SmtpFakeOptions): Promise<SmtpFake> {
    const fake = await startSmtpFake(options)
    closing.push(fake.close)
    return fake
  }

  const send = (
    { port }: { port: number },
    config: Record<string, unknown> = {},
    secrets: Record<string, unknown> = {},
    message = anAlertMessage(),
  ) =>
    sendThrough(
      'email',
      { message, locale: 'zh-CN' },
      { config: { host: '127.0.0.1', port, security: 'none', ...basics, ...config }, secrets },
      {
        ...ports,
        now,
        signal: new AbortController().signal,
        deliveryId,
        incidentId: '0190d5a0-bbbb-7000-8000-000000000001',
      },
    )

  const parsed = async (fake: SmtpFake) => {
    const [mail] = fake.mails()
    if (mail === undefined) throw new Error('Nothing arrived.')
    return PostalMime.parse(mail.raw)
  }

  /** Read by a library that shares nothing with the one that wrote. */
  const sheetIn = async (mail: Email) => {
    const content = mail.attachments[0]?.content
    if (!(content instanceof ArrayBuffer)) throw new Error('There is no attachment.')
    const [sheet] = (await readXlsx(new Uint8Array(content))).sheets
    return sheet?.rows ?? []
  }

  it('writes text and HTML with headers that machines understand', async () => {
    const fake = await server({ security: 'none' })
    expect(await send(fake)).toMatchObject({ kind: 'delivered', detail: { providerCode: '250' } })
    const mail = await parsed(fake)
    const header = (key: string) => mail.headers.find((each) => each.key === key)?.value
    expect(mail.subject).toBe('【告警】orders_to_dw 同步延迟超限（高保护）')
    expect(mail.from).toMatchObject({ name: '告警中心', address: 'alerts@example.com' })
    expect(mail.text).toContain('落后 412 秒')
    expect(mail.html).toContain('落后 412 秒')
    expect(mail.messageId).toBe(`<del-${deliveryId}@example.com>`)
    expect(mail.inReplyTo).toBe('<inc-0190d5a0-bbbb-7000-8000-000000000001@example.com>')
    expect(mail.references).toBe('<inc-0190d5a0-bbbb-7000-8000-000000000001@example.com>')
    expect(mail.date).toBe('2026-01-02T03:04:05.000Z')
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('x-auto-response-suppress')).toBe('All')
    expect(header('precedence')).toBe('bulk')
    expect(header('list-id')).toMatch(/^<orders-to-dw-[0-9a-f]{8}\.highwater\.example\.com>$/)
    // As RFC 5322 has it: whoever reads mail leniently would also take an ISO 8601 time.
    expect(header('date')).toBe('Fri, 02 Jan 2026 03:04:05 +0000')
    expect(fake.mails()[0]?.recipients).toEqual([...basics.to, ...basics.cc])
  })

  it('sends the same bytes for a repeated attempt', async () => {
    const fake = await server({ security: 'none' })
    const config = { content: 'attachment', bcc: ['hidden@example.com'] }
    await send(fake, config)
    await send(fake, config)
    const [first, second] = fake.mails()
    expect(second?.raw.equals(first?.raw ?? Buffer.alloc(0))).toBe(true)
  })

  it.each([
    ['text', false, 0],
    ['table', true, 0],
    ['attachment', false, 1],
    ['table+attachment', true, 1],
  ])('as %s has a table: %s, attachments: %i', async (content, table, attachments) => {
    const fake = await server({ security: 'none' })
    await send(fake, { content })
    const mail = await parsed(fake)
    expect(mail.html?.includes('<table')).toBe(table)
    expect(mail.attachments).toHaveLength(attachments)
    if (attachments === 0) return
    expect(mail.attachments[0]).toMatchObject({
      filename: 'alert-K7Q2M.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
    expect(await sheetIn(mail)).toContainEqual(['项目', 'orders_to_dw'])
  })

  it('belongs to a list of its project, whatever that is called', async () => {
    const fake = await server({ security: 'none' })
    const { project } = anAlertMessage()
    for (const name of ['订单\r\nBcc: evil@example.com', 'a "b" <c@example.com>']) {
      await send(fake, {}, {}, anAlertMessage({ project: project && { ...project, name } }))
    }
    await send(fake, {}, {}, anAlertMessage({ project: null, subject: 'node-a' }))
    const lists = await Promise.all(
      fake.mails().map(async ({ raw }) => {
        const { headers, bcc = [] } = await PostalMime.parse(raw)
        expect(bcc).toEqual([])
        return headers.find(({ key }) => key === 'list-id')?.value
      }),
    )
    expect(new Set(lists).size).toBe(3)
    expect(lists.at(-1)).toBe('<highwater.example.com>')
  })

  it('lets data bring neither markup, headers nor formulas', async () => {
    const fake = await server({ security: 'none' })
    const subject = '<img src=x>\r\nBcc: evil@example.com'
    await send(
      fake,
      { content: 'table+attachment' },
      {},
      anAlertMessage({ project: null, subject, detail: '=cmd|calc' }),
    )
    const mail = await parsed(fake)
    expect(mail.bcc ?? []).toEqual([])
    expect(mail.html).toContain('&lt;img src=x&gt;')
    expect(mail.html).not.toContain('<img')
    const rows = await sheetIn(mail)
    expect(rows.flat()).toContain('=cmd|calc')
  })

  it('says who was refused while others were not', async () => {
    const fake = await server({ security: 'none' })
    fake.behave({
      refuseRecipients: { 'two@example.com': { code: 550, text: '5.1.1 No such user' } },
    })
    expect(await send(fake)).toMatchObject({
      kind: 'partial',
      refused: ['two@example.com'],
      detail: { providerMessage: expect.stringContaining('No such user') },
    })
  })

  it.each([
    [{ greylist: true }, 'transient', 'greylisted'],
    [{ refuseSender: { code: 553, text: '5.7.1 Not your address' } }, 'rejected', 'sender-refused'],
    [{ refuseSender: { code: 530, text: '5.7.0 Sign in first' } }, 'rejected', 'sign-in-refused'],
    [{ refuseSender: { code: 421, text: '4.3.2 Shutting down' } }, 'transient', 'greylisted'],
    [{ refuseMessage: { code: 554, text: '5.7.1 Spam' } }, 'rejected', 'mail-refused'],
    [{ refuseMessage: { code: 552, text: '5.3.4 Too big' } }, 'rejected', 'too-long'],
    [{ refuseMessage: { code: 451, text: '4.3.0 Later' } }, 'transient', 'greylisted'],
    [{ dropAfterDot: true }, 'unknown', 'connection-lost'],
    [{ dropAtSender: true }, 'transient', 'cut-off-unsent'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    const fake = await server({ security: 'none' })
    fake.behave(misbehaviour)
    expect(await send(fake)).toMatchObject({ kind, detail: { reason } })
  })

  it('is too long for a server that announces to take less', async () => {
    const fake = await server({ security: 'none', size: 1_000 })
    expect(await send(fake)).toMatchObject({
      kind: 'rejected',
      fault: 'content',
      detail: { reason: 'too-long', providerMessage: expect.stringContaining('1000') },
    })
  })

  it('is rejected for its recipients when all of them are refused', async () => {
    const fake = await server({ security: 'none' })
    const no = { code: 550, text: '5.1.1 No such user' }
    fake.behave({
      refuseRecipients: { 'one@example.com': no, 'two@example.com': no, 'three@example.com': no },
    })
    expect(await send(fake)).toMatchObject({
      kind: 'rejected',
      fault: 'recipient',
      detail: { reason: 'recipients-refused' },
    })
  })

  it('delivers at the second attempt to a server that greylists', async () => {
    const fake = await server({ security: 'none' })
    fake.behave({ greylist: true })
    expect((await send(fake)).kind).toBe('transient')
    expect((await send(fake)).kind).toBe('delivered')
  })

  it.each(['tls', 'starttls'] as const)(
    'trusts a CA or a fingerprint over %s',
    async (security) => {
      const user = { name: 'u', password: 'pass word' }
      const fake = await server({ security, user })
      const der = new X509Certificate(testTlsIdentity.cert).raw
      const fingerprint = createHash('sha256').update(der).digest('hex')
      const signIn = { security, username: 'u' }
      const secrets = { password: 'pass word' }
      for (const tlsTrust of [testTlsIdentity.cert, fingerprint, fingerprint.toUpperCase()]) {
        expect((await send(fake, { ...signIn, tlsTrust }, secrets)).kind).toBe('delivered')
      }
      for (const tlsTrust of [undefined, fingerprint.replace(/^../, 'ff').replace(/..$/, '00')]) {
        expect(await send(fake, { ...signIn, tlsTrust }, secrets)).toMatchObject({
          kind: 'transient',
          detail: { reason: 'tls-untrusted' },
        })
      }
      expect(fake.mails().every((mail) => mail.encrypted && mail.user === 'u')).toBe(true)
      expect(fake.mails()).toHaveLength(3)
    },
  )

  it('sends a blind copy that the others do not see', async () => {
    const fake = await server({ security: 'none' })
    await send(fake, { bcc: ['hidden@example.com', 'one@example.com'] })
    const [mail] = fake.mails()
    expect(mail?.recipients).toEqual([...basics.to, ...basics.cc, 'hidden@example.com'])
    expect(mail?.raw.toString()).not.toContain('hidden@example.com')
  })

  it('reaches addresses of every form that mail servers know', async () => {
    const fake = await server({ security: 'none' })
    const to = [
      'ops&dba@example.com',
      'a/b@example.com',
      "o'brien=x@example.com",
      '=?utf-8?q?x?=@example.com',
      'dba@mailhost',
      'ops@例子.中国',
    ]
    const outcome = await send(fake, { to, cc: [], from: { address: 'alerts@mailhost' } })
    expect(outcome.kind).toBe('delivered')
    // The server shows punycode as what it stands for.
    expect(fake.mails()).toMatchObject([{ from: 'alerts@mailhost', recipients: to }])
    const mail = await parsed(fake)
    expect(mail.to?.map(({ address }) => address)).toEqual([
      ...to.slice(0, -1),
      'ops@xn--fsqu00a.xn--fiqs8s',
    ])
  })

  it('signs in by the method that was chosen, or by the first that the server offers', async () => {
    const user = { name: 'u', password: 'pass word' }
    const fake = await server({ user, authMethods: ['LOGIN', 'CRAM-MD5', 'PLAIN'] })
    const config = { security: 'starttls', username: 'u', tlsTrust: testTlsIdentity.cert }
    for (const authMethod of ['plain', 'login', 'cram-md5', 'auto']) {
      const outcome = await send(fake, { ...config, authMethod }, { password: user.password })
      expect(outcome.kind).toBe('delivered')
    }
    const methods = fake.mails().map((mail) => mail.authMethod)
    expect(methods.slice(0, 3)).toEqual(['PLAIN', 'LOGIN', 'CRAM-MD5'])
    expect(
      await send(fake, { ...config, authMethod: 'cram-md5' }, { password: 'no' }),
    ).toMatchObject({
      kind: 'rejected',
      fault: 'credentials',
    })
  })

  it('signs in with an access token, asked for once and again when it is revoked', async () => {
    const fake = await server({ user: mailbox })
    let given = 0
    const identity = await startWebhookFake({
      answer: ({ text }) => {
        const form = new URLSearchParams(text)
        if (form.get('client_secret') !== 'the-client-secret') {
          return { status: 401, body: '{"error":"invalid_client"}' }
        }
        given += 1
        return { status: 200, body: `{"access_token":"token-${given}","expires_in":3600}` }
      },
    })
    closing.push(identity.close)
    const config = withTokensOf(identity)
    const clientSecret = 'the-client-secret'
    fake.behave({ accessToken: 'token-1' })
    for (const _ of [1, 2])
      expect(await send(fake, config, { clientSecret })).toMatchObject({ kind: 'delivered' })
    expect(given).toBe(1)
    fake.behave({ accessToken: 'token-2' })
    expect(await send(fake, config, { clientSecret })).toMatchObject({ kind: 'delivered' })
    expect(fake.mails().map((mail) => mail.authMethod)).toEqual(['XOAUTH2', 'XOAUTH2', 'XOAUTH2'])
    fake.behave({ accessToken: 'token-9' })
    expect(await send(fake, config, { clientSecret })).toMatchObject({
      kind: 'rejected',
      detail: { reason: 'sign-in-refused' },
    })
    expect(await send(fake, config, { clientSecret: 'expired-secret' })).toMatchObject({
      kind: 'rejected',
      detail: { reason: 'mail-token-refused' },
    })
  })

  it('shows no password that a server repeats with a command it does not know', async () => {
    const password = 'übergang-8-Kx'
    const repeating = createServer({ ...testTlsIdentity }, (socket) => {
      socket.write('220 mail.example.com\r\n')
      socket.on('data', (data) => {
        const line = data.toString().trim()
        const answer = line.startsWith('EHLO') ? '250 Hello' : `500 Command unrecognized: "${line}"`
        socket.write(`${answer}\r\n`)
      })
    })
    repeating.listen(0, '127.0.0.1')
    await once(repeating, 'listening')
    closing.push(async () => void repeating.close())
    const { port } = repeating.address() as AddressInfo
    const config = { security: 'tls', tlsTrust: testTlsIdentity.cert, username: 'alerts' }
    expect(await send({ port }, { ...config, authMethod: 'plain' }, { password })).toMatchObject({
      kind: 'rejected',
      detail: { providerMessage: '500 Command unrecognized: "AUTH PLAIN ***"' },
    })
  })

  it('tries no second token when too little of the attempt is left for a mail', async () => {
    const fake = await server({ user: mailbox })
    let given = 0
    const identity = await startWebhookFake({
      answer: () => {
        given += 1
        if (given === 2) passed = seconds(31)
        return { status: 200, body: `{"access_token":"token-${given}","expires_in":3600}` }
      },
    })
    closing.push(identity.close)
    const config = withTokensOf(identity)
    fake.behave({ accessToken: 'token-2' })
    expect(await send(fake, config, { clientSecret: 'a-client-secret' })).toMatchObject({
      kind: 'transient',
      detail: { reason: 'timed-out-unsent' },
    })
    expect(fake.mails()).toEqual([])
    expect(await send(fake, config, { clientSecret: 'a-client-secret' })).toMatchObject({
      kind: 'delivered',
    })
    expect(given).toBe(2)
  })

  it('sends nothing when STARTTLS is not offered', async () => {
    const fake = await server({ security: 'none' })
    expect(await send(fake, { security: 'starttls' })).toMatchObject({
      kind: 'rejected',
      fault: 'settings',
      detail: { reason: 'no-encryption' },
    })
    expect(fake.mails()).toEqual([])
  })

  it('tells a server that does not speak SMTP', async () => {
    const web = await startTcpFake('HTTP/1.1 400 Bad Request\r\n\r\n')
    closing.push(web.close)
    expect(await send(web)).toMatchObject({
      kind: 'transient',
      detail: { reason: 'not-a-mail-server' },
    })
  })

  it('goes through a proxy, and names a proxy that refuses', async () => {
    const fake = await server({ security: 'none' })
    const open = await startProxyFake({ user: { name: 'u', password: 'pw-123456' } })
    const shut = await startProxyFake({ connectStatus: 403 })
    closing.push(open.close, shut.close)
    const proxy = `http://u:pw-123456@127.0.0.1:${open.port}`
    expect((await send(fake, { proxy })).kind).toBe('delivered')
    expect(open.requests()).toMatchObject([{ form: 'connect', authorized: true }])
    expect(await send(fake, { proxy: shut.url })).toMatchObject({
      kind: 'rejected',
      detail: { reason: 'proxy-refused-tunnel' },
    })
    expect(await send(fake, { proxy: proxy.replace('pw-123456', 'wrong') })).toMatchObject({
      kind: 'rejected',
      detail: { reason: 'proxy-sign-in' },
    })
  })

  it('never takes a password without encryption', async () => {
    const fake = await server({ security: 'none' })
    expect(await send(fake, { username: 'u' }, { password: 'p' })).toMatchObject({
      kind: 'rejected',
      detail: { reason: 'invalid-settings', providerMessage: expect.stringContaining('security') },
    })
  })
})
