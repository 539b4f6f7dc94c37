import { type Instant, instant, type MessageLocale, messageLocales } from '@highwater/core'
import { alertEventFacts, alertEvents } from '@highwater/core/alert'
import type { SendOutcome } from '@highwater/core/delivery'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainReason, keepsIncidents, renderFor } from '../src/catalog.ts'
import { createPorts, type Ports, type StoredSettings, sendThrough } from '../src/send.ts'
import { damageContract } from './contract-damages.ts'
import { mentionContract } from './contract-mentions.ts'
import type { ContractReceiver, ContractSubject } from './contract-subject.ts'
import { httpFates } from './damages.ts'
import { aDigestMessage, anAlertMessage, aTestMessage } from './messages.ts'
import { unusedPort } from './unused-port.ts'

const now = (): Instant => instant(Date.now())

const everyMessage: readonly ChannelMessage[] = [
  anAlertMessage(),
  anAlertMessage({ kind: 'repeat', repeat: 2, note: 'may_be_a_duplicate', stale: true }),
  anAlertMessage({ kind: 'resolved', closeReason: 'recovered' }),
  anAlertMessage({
    event: 'source_down',
    project: null,
    subject: '生产 Kafka',
    severity: 'critical',
  }),
  aDigestMessage(),
  ...alertEvents
    .filter((event) => alertEventFacts[event].subject !== 'project')
    .map((event) => anAlertMessage({ event, project: null, subject: 'node-a' })),
  aTestMessage(),
]

/** What every sender promises, whatever it sends to. */
export function channelContract(subject: ContractSubject): void {
  const variant = subject.variant === undefined ? '' : ` (${subject.variant})`
  const fates = { ...httpFates, ...subject.fates }
  const told = subject.reasons ?? { accepted: 'accepted', shortened: 'accepted-shortened' }
  describe(`the ${subject.kind}${variant} channel keeps the contract of channels:`, () => {
    let receiver: ContractReceiver
    let ports: Ports
    let strict: Ports
    let deliveries = 0

    const send = (
      message: ChannelMessage,
      options: {
        settings?: StoredSettings
        locale?: MessageLocale
        signal?: AbortSignal
        ports?: Ports
      } = {},
    ): Promise<SendOutcome> => {
      const { http, mail } = options.ports ?? ports
      deliveries += 1
      return sendThrough(
        subject.kind,
        { message, locale: options.locale ?? 'zh-CN' },
        options.settings ?? receiver.settings,
        {
          http,
          mail,
          scripts: receiver.scripts,
          now,
          signal: options.signal ?? new AbortController().signal,
          deliveryId: `0190d5a0-0000-7000-8000-${String(deliveries).padStart(12, '0')}`,
          incidentId: '0190d5a0-1111-7000-8000-000000000000',
        },
      )
    }

    const lastText = async (): Promise<string> => (await receiver.texts()).at(-1) ?? ''

    beforeAll(async () => {
      ports = createPorts({ allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] })
      strict = createPorts({ allowedNetworks: [], deniedPorts: [] })
      receiver = await subject.start()
    })
    afterAll(async () => {
      await receiver.close()
      await ports.close()
      await strict.close()
    })

    for (const locale of messageLocales) {
      it(`every kind of message is delivered in ${locale}`, async () => {
        receiver.behave('well')
        for (const message of everyMessage) {
          const outcome = await send(message, { locale })
          const isEnd = message.kind === 'resolved'
          const reason = isEnd ? (subject.reasons?.ended ?? told.accepted) : told.accepted
          expect(outcome).toMatchObject({ kind: 'delivered', detail: { reason } })
          expect(await lastText()).toContain(message.shortId)
        }
      })
    }

    it('Chinese and emoji survive', async () => {
      receiver.behave('well')
      const name = '订单👨‍👩‍👧同步🚀'
      await send(anAlertMessage({ project: null, subject: name }))
      expect(await lastText()).toContain(name)
    })

    it('a refusal in the provider’s own words is no delivery, whatever the status says', async () => {
      receiver.behave('refuses-in-its-own-words')
      const outcome = await send(anAlertMessage())
      expect(outcome.kind).toBe('rejected')
      expect(outcome.detail.providerMessage).not.toBeNull()
    })

    if (subject.throttles) {
      it('a throttling answer is throttled until a time to come', async () => {
        receiver.behave('throttles')
        const outcome = await send(anAlertMessage())
        expect(outcome.kind).toBe('throttled')
        expect(outcome.kind === 'throttled' && outcome.retryAt).toBeGreaterThan(now())
      })
    }

    it('a wrong secret is a matter of credentials', async () => {
      receiver.behave('well')
      const outcome = await send(anAlertMessage(), { settings: receiver.withWrongSecret })
      const { kind, fault } = fates['wrong-secret']
      expect(outcome).toMatchObject({ kind, fault })
    })

    if (!subject.isLocal) {
      it('a refused connection is transient', async () => {
        const settings = receiver.withPort(await unusedPort())
        const outcome = await send(anAlertMessage(), { settings })
        expect(outcome).toMatchObject({ kind: 'transient', detail: { reason: 'connect-refused' } })
      })

      it('a private address is refused unless it is allowed', async () => {
        receiver.behave('well')
        const outcome = await send(anAlertMessage(), { ports: strict })
        expect(outcome).toMatchObject({
          kind: 'rejected',
          fault: 'forbidden-address',
          detail: { reason: 'forbidden-address' },
        })
      })
    }

    it('an answer that breaks off leaves the outcome unknown', async () => {
      receiver.behave('cuts-the-answer-off')
      const outcome = await send(anAlertMessage())
      expect(outcome).toMatchObject({
        kind: 'unknown',
        detail: { reason: fates['cut-after-body'].reason },
      })
    })

    it('a stopping worker ends a slow attempt in time', async () => {
      receiver.behave('is-slow')
      // The answer would come after the time that a test has.
      const outcome = await send(anAlertMessage(), { signal: AbortSignal.timeout(100) })
      expect(['transient', 'unknown']).toContain(outcome.kind)
      expect(outcome.detail.reason).toBe('stopped')
    })

    if (subject.shortens) {
      it('a message beyond the limit is shortened between characters and says so', async () => {
        receiver.behave('well')
        const detail = '告👨‍👩‍👧"\\\n'.repeat(4_000)
        const outcome = await send(anAlertMessage({ detail }))
        expect(outcome).toMatchObject({
          kind: 'delivered',
          detail: { reason: told.shortened },
        })
        const text = await lastText()
        expect(text).toContain('…')
        expect(text).toContain('K7Q2M')
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toContain('\uFFFD')
      })
    }

    it('a digest names its alerts, and says how many it has no room for', async () => {
      receiver.behave('well')
      await send(aDigestMessage(3))
      for (const id of ['A1', 'A2', 'A3']) expect(await lastText()).toContain(id)
      // A receiver that keeps incidents is told of every alert that the message names.
      const most = keepsIncidents(subject.kind) ? 30 : 20_000
      const outcome = await send(aDigestMessage(most, { count: 20_000 }), { locale: 'en' })
      expect(outcome.kind).toBe('delivered')
      const text = await lastText()
      expect(text).toContain('A1')
      if (subject.shortens) {
        expect(outcome.detail.reason).toBe(told.shortened)
        const named = /And (\d+) more|"unnamed":\s*(\d+)/.exec(text)
        const unnamed = Number(named?.[1] ?? named?.[2])
        expect(unnamed).toBeGreaterThan(0)
        expect(text).toContain(`A${20_000 - unnamed}`)
        expect(text).not.toContain(`A${20_001 - unnamed} `)
      }
    })

    it('no secret occurs in any outcome', async () => {
      const outcomes: SendOutcome[] = []
      for (const how of ['well', 'refuses-in-its-own-words', 'cuts-the-answer-off'] as const) {
        receiver.behave(how)
        outcomes.push(await send(anAlertMessage()))
      }
      receiver.behave('well')
      outcomes.push(await send(anAlertMessage(), { settings: receiver.withWrongSecret }))
      outcomes.push(
        await send(anAlertMessage(), { settings: receiver.withPort(await unusedPort()) }),
      )
      for (const secret of receiver.secrets) expect(JSON.stringify(outcomes)).not.toContain(secret)
      for (const { detail } of outcomes) {
        expect(explainReason(detail.reason)).not.toBe(explainReason('unexpected'))
      }
    })

    it('the same message renders the same', () => {
      const addressed = { message: anAlertMessage(), locale: 'en' } as const
      const first = renderFor(subject.kind, addressed, receiver.settings.config)
      expect(renderFor(subject.kind, addressed, receiver.settings.config)).toEqual(first)
    })

    if (!subject.isAnotherForm) damageContract(subject, () => receiver)
    mentionContract(subject, () => receiver)
  })
}
