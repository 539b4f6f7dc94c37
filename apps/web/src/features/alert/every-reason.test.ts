import { explainReason, reasonTexts } from '@highwater/channels/catalog'
import { type ChannelId, instant, type Locale, locales, type NotificationId } from '@highwater/core'
import { holdReasons, timelineTypes } from '@highwater/core/alert'
import { undeliveredReasons } from '@highwater/core/delivery'
import { closeReasons, messageNotes, suppressionReasons } from '@highwater/core/notify'
import type { AlertDetail, AlertNotification, TimelineEntry } from '@highwater/db/queries'
import { describe, expect, test } from 'vitest'
import { AttemptDots } from '../delivery/attempt-dots.tsx'
import { AttemptList } from '../delivery/attempt-list.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { EndedSentence } from './ended-sentence.tsx'
import { HeardSentence } from './heard-sentence.tsx'
import { inLanguage } from './in-language.fixture.ts'
import { timelineLook } from './timeline-looks.ts'
import { ToldList } from './told-list.tsx'
import { useTransitionWords } from './transition-words.ts'
import { useMessageWords } from './use-message-words.ts'

const at = instant(Date.UTC(2026, 0, 2, 12))

const anEntry = (changes: Partial<TimelineEntry>): TimelineEntry => ({
  id: 1,
  at,
  type: 'fire',
  reason: null,
  observedMs: null,
  thresholdMs: null,
  level: 'high',
  policyVersion: 1,
  actor: null,
  detail: null,
  ...changes,
})

const aMessage = (changes: Partial<AlertNotification>): AlertNotification => ({
  id: 'message' as NotificationId,
  channel: { id: 'ops' as ChannelId, name: 'ops', kind: 'dingtalk' },
  kind: 'firing',
  level: 'high',
  note: null,
  state: 'delivered',
  reason: null,
  reasonDetail: null,
  subscriptions: [],
  createdAt: at,
  settledAt: at,
  nextAttemptAt: null,
  mayBeDuplicate: false,
  digest: null,
  attempts: [],
  ...changes,
})

function Words({ entry }: { readonly entry: TimelineEntry }) {
  return useTransitionWords(true)(entry)
}
function MessageWords({ message }: { readonly message: AlertNotification }) {
  return useMessageWords()(message)
}
const said = (locale: Locale, changes: Partial<TimelineEntry>): string =>
  inLanguage(locale, Words, { entry: anEntry(changes) })

const chinese = /\p{Script=Han}/u
const isSentence = (text: string, locale: Locale, code: string): void => {
  expect(text, code).not.toContain(code)
  if (locale === 'zh-CN') expect(text, code).toMatch(chinese)
  else expect(text, code).not.toMatch(chinese)
}

describe.each(locales)('on the page of an alert in %s', (locale) => {
  test.each(timelineTypes)('the entry "%s" of the timeline is a sentence with an icon', (type) => {
    const detail = {
      name: 'Backup',
      text: 'Looked',
      to: ['ops'],
      afterMinutes: 30,
      from: '2026-01-02T11:00:00Z',
      until: '2026-01-02T12:00:00Z',
    }
    const text = said(locale, { type, detail, actor: { id: null, name: '王芳' } })
    expect(text).not.toBe('')
    expect(text).not.toBe(type)
    expect(timelineLook(type).icon).toBeDefined()
  })

  test.each(holdReasons)('a repeat held back because of "%s" says why', (reason) => {
    const text = said(locale, { type: 'hold_repeat', reason })
    isSentence(text, locale, 'hold_repeat')
    expect(text).not.toBe(said(locale, { type: 'hold_repeat', reason: '' }))
    if (reason.includes('_')) expect(text).not.toContain(reason)
  })

  test.each(closeReasons)('an alert that ended because of "%s" says why', (reason) => {
    for (const type of ['close', 'drop'] as const) {
      isSentence(said(locale, { type, reason }), locale, reason)
    }
  })

  test.each(closeReasons)(
    'the head of an alert that "%s" ended says so, and who did it',
    (reason) => {
      const head = (closedBy: string | null) =>
        inLanguage(locale, EndedSentence, {
          alert: { closeReason: reason, closedBy, closeNote: 'being rebuilt' },
        })
      isSentence(head(null), locale, reason)
      expect(head('Li Lei')).toContain('Li Lei')
      expect(head('Li Lei').includes('being rebuilt')).toBe(reason === 'closed_by_person')
    },
  )

  test.each(messageNotes)('a message sent because of "%s" says why it came', (note) => {
    const repeated = said(locale, { type: 'repeat', reason: note })
    isSentence(repeated, locale, note)
    const subscriptions = [{ id: 'all' as never, name: 'All alerts' }]
    const told = inLanguage(locale, ToldList, { told: [aMessage({ note, subscriptions })] })
    expect(told).toContain('All alerts')
    const without = inLanguage(locale, ToldList, { told: [aMessage({ subscriptions })] })
    expect(told.length).toBeGreaterThan(without.length)
  })

  test('a digest that told it names itself, its size, and what became of it', () => {
    const digest = { shortId: 'D7', count: 12 }
    const message = aMessage({ kind: 'digest', digest })
    for (const text of [
      inLanguage(locale, MessageWords, { message }),
      inLanguage(locale, ToldList, { told: [message] }),
    ]) {
      expect(text).toContain('D7')
      expect(text).toContain('12')
      expect(text).toContain(locale === 'en' ? 'Delivered' : '已送达')
    }
  })

  test('a channel that is down says why on its alert', () => {
    const alert = {
      event: 'channel_down',
      detail: 'connect-refused',
      level: 'high',
      subject: 'ops',
      project: null,
      since: at,
      closedAt: at,
      firedAt: at,
      detectedLateMs: null,
      observedMs: null,
      peakMs: null,
      thresholdMs: 0,
      policyVersion: null,
      notifications: { delivered: 0, failed: 0, waiting: 0, suppressed: 0 },
      acknowledgedBy: null,
      assignee: null,
    } as unknown as AlertDetail
    const facts = inLanguage(locale, AlertFacts, { alert })
    expect(facts).toContain(explainReason('connect-refused').sentence[locale])
    expect(facts).not.toContain('connect-refused')
  })

  test('a message that counts as told though nothing was sent says so', () => {
    const attempt = {
      number: 1,
      worker: 'w',
      startedAt: at,
      durationMs: 1,
      outcome: 'delivered' as const,
      reason: 'left-to-clear',
      httpStatus: null,
      providerCode: null,
      providerMessage: null,
      refused: [],
    }
    const message = aMessage({ kind: 'resolved', attempts: [attempt] })
    const sentence = explainReason('left-to-clear').sentence[locale]
    expect(inLanguage(locale, ToldList, { told: [message] })).toContain(sentence)
    expect(inLanguage(locale, AttemptList, { attempts: [attempt], isOver: true })).toContain(
      sentence,
    )
  })

  test('of a message that is over before it was tried nobody waits for a try', () => {
    const nothing = { attempts: [] }
    const waiting = inLanguage(locale, AttemptList, { ...nothing, isOver: false })
    expect(inLanguage(locale, AttemptList, { ...nothing, isOver: true })).not.toBe(waiting)
    const toCome = inLanguage(locale, AttemptDots, { ...nothing, isOver: false })
    expect(inLanguage(locale, AttemptDots, { ...nothing, isOver: true })).not.toBe(toCome)
  })

  test.each([
    ...suppressionReasons.map((reason) => ['suppressed', reason] as const),
    ...undeliveredReasons.map((reason) => ['cancelled', reason] as const),
    ...Object.keys(reasonTexts).map((reason) => ['failed', reason] as const),
  ])(
    'a message that was %s because of "%s" says why, here and in the first sentence',
    (state, reason) => {
      const message = aMessage({ state, reason })
      const unknown = explainReason('unexpected').sentence[locale]
      const alert = {
        told: [message],
        firstTold: null,
        firedAt: at,
        closedAt: null,
      } as unknown as AlertDetail
      const texts = [
        inLanguage(locale, ToldList, { told: [message] }),
        inLanguage(locale, MessageWords, { message }),
        inLanguage(locale, HeardSentence, { alert }),
      ]
      for (const text of texts) {
        if (/[_-]/.test(reason)) expect(text).not.toContain(reason)
        if (reason !== 'unexpected') expect(text).not.toContain(unknown)
        if (locale === 'zh-CN') expect(text).toMatch(chinese)
      }
    },
  )
})
