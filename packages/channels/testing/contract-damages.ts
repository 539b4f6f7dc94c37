import { instant, locales, type Millis, millis } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainReason } from '../src/catalog.ts'
import { createPorts, type Ports, type StoredSettings, sendThrough } from '../src/send.ts'
import type { ContractReceiver, ContractSubject } from './contract-subject.ts'
import { type Damage, damages, httpFates, httpMisbehaviours, movedTo } from './damages.ts'
import { type HttpFake, startHttpFake } from './fakes/http-fake.ts'
import { testTlsIdentity } from './fixtures/tls-identity.ts'
import { anAlertMessage } from './messages.ts'

/** For the slow alone: shorter than a fake's slow answer. */
const patience = millis(150)
/** With mail it begins before the connection, which takes its time on a busy machine. */
const mailPatience = millis(3_000)

const noSuchName = async (host: string): Promise<never> => {
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
}

/** What becomes of a message under each of the fixed damages, and what its reader is told. */
export function damageContract(subject: ContractSubject, receiverOf: () => ContractReceiver): void {
  const fates = { ...httpFates, ...subject.fates }

  describe('and loses no message to', () => {
    let ports: Ports
    let untrusted: HttpFake

    const send = (
      settings: StoredSettings,
      deliveryId: string,
      limit: { readonly timeout?: Millis } = {},
    ): Promise<SendOutcome> => {
      const { http, mail } = ports
      return sendThrough(subject.kind, { message: anAlertMessage(), locale: 'en' }, settings, {
        http: { request: (request) => http.request({ ...limit, ...request }) },
        mail: {
          send: (request) =>
            mail.send(limit.timeout ? { timeout: mailPatience, ...request } : request),
        },
        scripts: receiverOf().scripts,
        now: () => instant(Date.now()),
        signal: new AbortController().signal,
        deliveryId,
        incidentId: '0190d5a0-2222-7000-8000-000000000000',
      })
    }

    beforeAll(async () => {
      ports = createPorts({ allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] }, noSuchName)
      untrusted = await startHttpFake(() => ({ status: 200, body: '' }), { tls: testTlsIdentity })
      // What a kind asks for once and keeps, such as a token, it has by now.
      receiverOf().behave('well')
      await send(receiverOf().settings, '0190d5a0-dddd-7000-8000-999999999999')
    })
    afterAll(async () => {
      await untrusted.close()
      await ports.close()
    })

    /** Puts the damage in place and returns the settings that meet it. */
    const inflict = (damage: Damage): StoredSettings => {
      const receiver = receiverOf()
      receiver.behave('well')
      const own = receiver.damaged?.[damage]
      if (own !== undefined) return own()
      switch (damage) {
        case 'wrong-secret':
          return receiver.withWrongSecret
        case 'throttling':
          receiver.behave('throttles')
          return receiver.settings
        case 'wrong-certificate':
          return movedTo(receiver.withPort, untrusted.url)
        case 'unknown-name':
          return movedTo(receiver.withPort, 'http://receiver.invalid')
        default:
          receiver.misbehave?.(httpMisbehaviours[damage])
          return receiver.settings
      }
    }

    it.each(damages)(
      '%s: it ends as it must, in words that a reader understands',
      async (damage) => {
        const deliveryId = `0190d5a0-dddd-7000-8000-${String(damages.indexOf(damage)).padStart(12, '0')}`
        const limit = damage === 'slow' ? { timeout: patience } : {}
        const outcome = await send(inflict(damage), deliveryId, limit)
        const { reason, ...fate } = fates[damage]
        expect(outcome).toMatchObject({ ...fate, detail: reason === undefined ? {} : { reason } })
        if (outcome.kind === 'throttled') expect(outcome.retryAt).toBeGreaterThan(Date.now())
        const told = explainReason(outcome.detail.reason)
        expect(told).not.toBe(explainReason('unexpected'))
        for (const locale of locales) expect(told.sentence[locale]).not.toBe('')
        for (const secret of receiverOf().secrets) {
          expect(JSON.stringify(outcome)).not.toContain(secret)
        }
        receiverOf().behave('well')
        expect((await send(receiverOf().settings, deliveryId)).kind).toBe('delivered')
      },
    )
  })
}
