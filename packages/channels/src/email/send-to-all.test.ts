import { type Instant, instant, type Millis, millis, minutes, plus, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anAlertMessage, type SmtpFake, startSmtpFake } from '../../testing/index.ts'
import { startMemory } from '../../testing/memory.ts'
import { createPorts, type MemoryPort, type Ports, sendThrough } from '../send.ts'

const tooMany = { code: 452, text: '4.5.3 Too many recipients' }
const twoAtOnce = { mostRecipients: { count: 2, ...tooMany } }
const gone = { code: 550, text: '5.1.1 No such user' }
const full = { code: 452, text: '4.2.2 Mailbox full' }

const everybody = ['one', 'two', 'three', 'four', 'five'].map((name) => `${name}@example.com`)

describe('a mail for more recipients than the server takes at once', () => {
  let passed: Millis
  let deliveries = 0
  let ports: Ports
  let fake: SmtpFake
  let memory: MemoryPort

  const now = (): Instant => plus(instant(Date.UTC(2026, 0, 2, 3, 4, 5)), passed)

  beforeEach(async () => {
    passed = millis(0)
    deliveries += 1
    memory = startMemory()
    ports = createPorts({ allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] })
    fake = await startSmtpFake({ security: 'none' })
  })
  afterEach(async () => {
    await fake.close()
    await ports.close()
  })

  const send = (message = anAlertMessage()) =>
    sendThrough(
      'email',
      { message, locale: 'zh-CN' },
      {
        config: {
          host: '127.0.0.1',
          port: fake.port,
          security: 'none',
          from: { address: 'alerts@example.com' },
          to: everybody,
        },
        secrets: {},
      },
      {
        ...ports,
        now,
        memory,
        signal: new AbortController().signal,
        deliveryId: `0190d5a0-dddd-7000-8000-${String(deliveries).padStart(12, '0')}`,
        incidentId: '0190d5a0-bbbb-7000-8000-000000000001',
      },
    )

  const reached = () => fake.mails().map(({ recipients }) => recipients)

  /** What the server does from the second transaction on. */
  const afterOne = (change: () => void): void => {
    void fake.waitForMail(() => true, 5_000).then(change)
  }

  it.each(['firing', 'repeat'] as const)('goes to the others at once: %s', async (kind) => {
    fake.behave(twoAtOnce)
    expect((await send(anAlertMessage({ kind }))).kind).toBe('delivered')
    expect(reached()).toEqual([everybody.slice(0, 2), everybody.slice(2, 4), everybody.slice(4)])
    const [first, second] = fake.mails()
    expect(second?.raw).toEqual(first?.raw)
  })

  it.each([
    { code: 452, text: 'Error: too many recipients' },
    { code: 451, text: '4.5.3 Send them one by one' },
    { code: 552, text: '5.5.3 No more' },
  ])('knows the limit by its code or its words: %j', async (answer) => {
    fake.behave({ mostRecipients: { count: 2, ...answer } })
    expect((await send()).kind).toBe('delivered')
    expect(reached().flat()).toEqual(everybody)
  })

  it('names whom the server refused meanwhile, and puts off whom it did', async () => {
    const refuseRecipients = { 'one@example.com': gone, 'two@example.com': full }
    fake.behave({ ...twoAtOnce, refuseRecipients })
    expect(await send()).toMatchObject({
      kind: 'transient',
      notBefore: plus(now(), minutes(5)),
      detail: {
        reason: 'some-recipients-later',
        providerMessage: 'two@example.com: 452 4.2.2 Mailbox full',
      },
    })
    fake.behave(twoAtOnce)
    expect(await send()).toMatchObject({ kind: 'partial', refused: ['one@example.com'] })
    expect(reached()).toEqual([everybody.slice(2, 4), everybody.slice(4), ['two@example.com']])
  })

  it('waits for the others once a transaction has reached nobody', async () => {
    fake.behave({ refuseRecipients: { 'four@example.com': tooMany, 'five@example.com': tooMany } })
    expect(await send()).toMatchObject({ kind: 'transient', notBefore: plus(now(), minutes(5)) })
    fake.behave()
    expect((await send()).kind).toBe('delivered')
    expect(reached()).toEqual([everybody.slice(0, 3), everybody.slice(3)])
  })

  it('names the others in a repeat, which does not wait', async () => {
    const others = ['four@example.com', 'five@example.com']
    fake.behave({ refuseRecipients: Object.fromEntries(others.map((each) => [each, tooMany])) })
    const outcome = await send(anAlertMessage({ kind: 'repeat' }))
    expect(outcome).toMatchObject({ kind: 'partial', refused: others })
    expect(reached()).toEqual([everybody.slice(0, 3)])
  })

  it('begins no transaction that has too little of the attempt left', async () => {
    fake.behave(twoAtOnce)
    afterOne(() => {
      passed = seconds(31)
    })
    expect(await send()).toMatchObject({
      kind: 'transient',
      notBefore: plus(now(), minutes(5)),
      detail: { reason: 'some-recipients-later' },
    })
    expect(reached()).toEqual([everybody.slice(0, 2)])
  })

  it.each([
    ['is refused as a whole', { refuseSender: { code: 554, text: '5.7.1 Slow down' } }],
    ['ends before the mail has left', { dropAtSender: true }],
  ])('waits for the others when a further transaction %s', async (_, misbehaviour) => {
    fake.behave(twoAtOnce)
    afterOne(() => fake.behave(misbehaviour))
    expect(await send()).toMatchObject({ kind: 'transient', notBefore: plus(now(), minutes(5)) })
    fake.behave(twoAtOnce)
    expect((await send()).kind).toBe('delivered')
    expect(reached().flat()).toEqual(everybody)
  })

  it('goes to nobody twice who surely has it when a further transaction breaks off', async () => {
    fake.behave(twoAtOnce)
    afterOne(() => fake.behave({ ...twoAtOnce, dropAfterDot: true }))
    expect((await send()).kind).toBe('unknown')
    fake.behave(twoAtOnce)
    expect((await send()).kind).toBe('delivered')
    const accepted = fake.mails().filter((mail) => mail.accepted)
    expect(accepted.flatMap(({ recipients }) => recipients)).toEqual(everybody)
  })

  it.each([tooMany, { code: 552, text: '5.5.3 Too many recipients' }])(
    'loses nobody whom it refused only for their number: %j',
    async (answer) => {
      const limited = { mostRecipients: { count: 2, ...answer } }
      fake.behave(limited)
      afterOne(() => fake.behave({ dropAtSender: true }))
      expect(await send()).toMatchObject({ kind: 'transient', notBefore: plus(now(), minutes(5)) })
      fake.behave(limited)
      expect((await send()).kind).toBe('delivered')
      expect(reached().flat()).toEqual(everybody)
    },
  )
})
