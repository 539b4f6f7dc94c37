import { type Instant, instant, type Millis, millis, minutes, plus } from '@highwater/core'
import { channelVerdict } from '@highwater/core/delivery'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anAlertMessage, type SmtpFake, startSmtpFake } from '../../testing/index.ts'
import { startMemory } from '../../testing/memory.ts'
import { createPorts, type MemoryPort, type Ports, sendThrough } from '../send.ts'

const gone = { code: 550, text: '5.1.1 No such user' }
const full = { code: 452, text: '4.2.2 Mailbox full' }

describe('an e-mail channel with several recipients', () => {
  let passed: Millis
  let deliveries = 0
  let ports: Ports
  let fake: SmtpFake

  const now = (): Instant => plus(instant(Date.UTC(2026, 0, 2, 3, 4, 5)), passed)

  beforeEach(async () => {
    passed = millis(0)
    cc = ['three@example.com']
    deliveries += 1
    ports = createPorts({ allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] })
    fake = await startSmtpFake({ security: 'none' })
  })
  afterEach(async () => {
    await fake.close()
    await ports.close()
  })

  let cc = ['three@example.com']

  const send = (message = anAlertMessage(), memory?: MemoryPort, through = sendThrough) =>
    through(
      'email',
      { message, locale: 'zh-CN' },
      {
        config: {
          host: '127.0.0.1',
          port: fake.port,
          security: 'none',
          from: { address: 'alerts@example.com' },
          to: ['one@example.com', 'two@example.com'],
          cc,
        },
        secrets: {},
      },
      {
        ...ports,
        now,
        memory,
        signal: new AbortController().signal,
        deliveryId: `0190d5a0-cccc-7000-8000-${String(deliveries).padStart(12, '0')}`,
        incidentId: '0190d5a0-bbbb-7000-8000-000000000001',
      },
    )

  it('sends a mail later to those alone whom the server put off, and names who refused it', async () => {
    fake.behave({
      refuseRecipients: {
        'one@example.com': gone,
        'two@example.com': full,
      },
    })
    expect(await send()).toMatchObject({
      kind: 'transient',
      notBefore: plus(now(), minutes(5)),
      detail: {
        reason: 'some-recipients-later',
        providerMessage: expect.stringContaining('Mailbox full'),
      },
    })
    fake.behave()
    expect(await send()).toMatchObject({ kind: 'partial', refused: ['one@example.com'] })
    expect(fake.mails().map(({ recipients }) => recipients)).toEqual([
      ['three@example.com'],
      ['two@example.com'],
    ])
  })

  it('goes to nobody twice who has it, whichever worker tries again', async () => {
    const memory = startMemory()
    fake.behave({ refuseRecipients: { 'two@example.com': full } })
    expect((await send(anAlertMessage(), memory)).kind).toBe('transient')
    vi.resetModules()
    const otherWorker = await import('../send.ts')
    fake.behave()
    const told = await send(anAlertMessage(), memory, otherWorker.sendThrough)
    expect(told.kind).toBe('delivered')
    expect(fake.mails().map(({ recipients }) => recipients)).toEqual([
      ['one@example.com', 'three@example.com'],
      ['two@example.com'],
    ])
  })

  it('puts nobody off for longer than twenty minutes, and for a repeat not at all', async () => {
    fake.behave({ refuseRecipients: { 'two@example.com': full } })
    const refused = { kind: 'partial', refused: ['two@example.com'] }
    expect(await send(anAlertMessage({ kind: 'repeat' }))).toMatchObject(refused)
    expect((await send()).kind).toBe('transient')
    passed = minutes(21)
    expect(await send()).toMatchObject(refused)
  })

  it('is tried again while one of the refused may still be reached', async () => {
    const later = { code: 450, text: '4.2.0 Later' }
    fake.behave({
      refuseRecipients: {
        'one@example.com': later,
        'two@example.com': gone,
        'three@example.com': gone,
      },
    })
    expect(await send()).toMatchObject({
      kind: 'transient',
      notBefore: plus(now(), minutes(5)),
      detail: { reason: 'greylisted' },
    })
    fake.behave()
    expect(await send()).toMatchObject({
      kind: 'partial',
      refused: ['two@example.com', 'three@example.com'],
    })
  })

  it.each([
    { refuseSender: { code: 451, text: '4.7.1 Greylisted' } },
    { refuseMessage: { code: 451, text: '4.7.1 Greylisted' } },
  ])('waits for a server that puts off the mail itself: %j', async (misbehaviour) => {
    fake.behave(misbehaviour)
    const first = await send()
    expect(first).toMatchObject({
      kind: 'transient',
      notBefore: plus(now(), minutes(5)),
      detail: {
        reason: 'greylisted',
        providerCode: '451',
        providerMessage: '451 4.7.1 Greylisted',
      },
    })
    expect(channelVerdict(first)).toBe('says_nothing')
    passed = minutes(19)
    expect(await send()).toHaveProperty('notBefore', plus(now(), minutes(5)))
    passed = minutes(21)
    const late = await send()
    expect(late).toMatchObject({ kind: 'transient', detail: { reason: 'greylisted' } })
    expect(channelVerdict(late)).toBe('fails')
    fake.behave()
    expect((await send()).kind).toBe('delivered')
  })

  it('tries again soon where the server only closes the connection', async () => {
    fake.behave({ refuseSender: { code: 421, text: '4.7.0 Too many connections' } })
    const outcome = await send()
    expect(outcome).toMatchObject({ kind: 'transient' })
    expect(outcome).not.toHaveProperty('notBefore')
  })

  it('leaves out whom the server puts off with the whole mail for too long', async () => {
    fake.behave({ refuseRecipients: { 'two@example.com': full } })
    expect((await send()).kind).toBe('transient')
    fake.behave({ refuseMessage: { code: 451, text: '4.3.0 Later' } })
    passed = minutes(5)
    expect(await send()).toMatchObject({
      kind: 'transient',
      notBefore: plus(now(), minutes(5)),
      detail: { reason: 'some-recipients-later' },
    })
    passed = minutes(21)
    expect(await send()).toMatchObject({ kind: 'partial', refused: ['two@example.com'] })
  })

  it('is done once whom the server put off has been taken out of the settings', async () => {
    fake.behave({ refuseRecipients: { 'three@example.com': full } })
    expect((await send()).kind).toBe('transient')
    cc = []
    expect(await send()).toMatchObject({ kind: 'delivered', detail: { reason: 'accepted' } })
    expect(fake.mails()).toHaveLength(1)
  })

  it('still names who refused it when the others have been taken out of the settings', async () => {
    fake.behave({ refuseRecipients: { 'one@example.com': gone, 'three@example.com': full } })
    expect((await send()).kind).toBe('transient')
    cc = []
    expect(await send()).toMatchObject({ kind: 'partial', refused: ['one@example.com'] })
  })
})
