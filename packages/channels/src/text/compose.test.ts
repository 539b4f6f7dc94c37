import { locales, millis, minutes, seconds } from '@highwater/core'
import { alertEvents } from '@highwater/core/alert'
import { closeReasons, messageNotes } from '@highwater/core/notify'
import { describe, expect, it } from 'vitest'
import { anAlertMessage, aTestMessage } from '../../testing/messages.ts'
import { composeMessage, phrasesFor } from './compose.ts'

const all = Number.POSITIVE_INFINITY

describe('the words of a message', () => {
  it('say in English what happened', () => {
    const composed = composeMessage({ message: anAlertMessage(), locale: 'en' }, all)
    expect(composed.headline).toBe(
      'Firing: orders_to_dw, synchronization latency over the limit (high protection)',
    )
    expect(composed.sentences).toEqual(['412 s behind, limit 60 s, for 6 min.'])
  })

  it('say that it is a reminder, which one, and that the figure is old', () => {
    const message = anAlertMessage({ kind: 'repeat', repeat: 2, stale: true })
    const composed = composeMessage({ message, locale: 'en' }, all)
    expect(composed.headline).toMatch(/^Still firing, reminder 2: /)
    expect(composed.sentences[1]).toBe(phrasesFor('en').stale)
  })

  it('say how often it turned on and off, and how late it was found', () => {
    const message = anAlertMessage({ note: 'flapping', turns: 4, detectedLate: minutes(45) })
    const en = composeMessage({ message, locale: 'en' }, all)
    expect(en.sentences.slice(2)).toEqual([
      'It has turned on or off at least 4 times within a short while.',
      'Found 45 min late, because Highwater was not running.',
    ])
    const zh = composeMessage({ message, locale: 'zh-CN' }, all)
    expect(zh.sentences.slice(2)).toEqual([
      '短时间内已至少反复 4 次。',
      '因 Highwater 曾停止运行，晚了 45 分钟才发现。',
    ])
  })

  it('do not tell a length of no seconds', () => {
    const composed = composeMessage(
      { message: anAlertMessage({ lasted: millis(999) }), locale: 'en' },
      all,
    )
    expect(composed.sentences).toEqual(['412 s behind, limit 60 s.'])
    expect(composed.facts.map((fact) => fact.name)).not.toContain('lasted')
  })

  it('leave out in the news of the end what the source said of the trouble', () => {
    const fields = { detail: 'ORA-01555', closeReason: 'recovered' } as const
    const told = (kind: 'firing' | 'resolved') =>
      composeMessage({ message: anAlertMessage({ ...fields, kind }), locale: 'en' }, all).detail
    expect(told('firing')?.text).toBe('ORA-01555')
    expect(told('resolved')).toBeNull()
  })

  it('speak of a recovery only after a recovery', () => {
    for (const closeReason of closeReasons) {
      const message = anAlertMessage({ kind: 'resolved', closeReason })
      const zh = composeMessage({ message, locale: 'zh-CN' }, all)
      const en = composeMessage({ message, locale: 'en' }, all)
      const said = [zh.headline, ...zh.sentences, en.headline, ...en.sentences].join(' ')
      expect(/恢复|recover/i.test(said)).toBe(closeReason === 'recovered')
    }
  })

  it('have a sentence for every close reason, note and event in both languages', () => {
    for (const locale of locales) {
      const { closed, note, event } = phrasesFor(locale)
      for (const texts of [closed, note, event]) {
        expect(new Set(Object.values(texts)).size).toBe(Object.keys(texts).length)
      }
      expect(Object.keys(note).sort()).toEqual([...messageNotes].sort())
    }
  })

  it('read well for every event', () => {
    const sentences = alertEvents.map(
      (event) =>
        composeMessage({ message: anAlertMessage({ event }), locale: 'en' }, all).sentences[0],
    )
    expect(sentences).toEqual([
      '412 s behind, limit 60 s, for 6 min.',
      '412 s behind, limit 60 s, for 6 min.',
      'Interrupted for 412 s, limit 60 s.',
      'Interrupted for 412 s, limit 60 s.',
      'No signal for 412 s, limit 60 s.',
      'Paused for 412 s, limit 60 s.',
      'Nothing has come from this source for 412 s, limit 60 s.',
    ])
  })

  it('name the source of a system alert, which has no level', () => {
    const message = anAlertMessage({ event: 'source_down', project: null, subject: '生产 Kafka' })
    const composed = composeMessage({ message, locale: 'zh-CN' }, all)
    expect(composed.headline).toBe('【告警】生产 Kafka 采集源失联')
    expect(composed.facts[0]).toEqual({ name: 'source_name', label: '采集源', value: '生产 Kafka' })
  })

  it('get along without figures', () => {
    const message = anAlertMessage({ observed: null, threshold: null, lasted: millis(0) })
    expect(composeMessage({ message, locale: 'zh-CN' }, all).sentences).toEqual(['同步延迟超限。'])
  })

  it('keep a name on one line and without control characters', () => {
    const message = anAlertMessage({ project: null, subject: 'a\r\nb\u202Ec\u0000d' })
    expect(composeMessage({ message, locale: 'en' }, all).headline).toContain('a bcd')
  })

  it('say who asked for a test', () => {
    const composed = composeMessage({ message: aTestMessage(), locale: 'zh-CN' }, all)
    expect(composed.sentences[0]).toContain('“值班群”')
    expect(composed.sentences[0]).toContain('dba@example.com')
  })
})

describe('lengths', () => {
  it.each([
    [millis(1_500), '1.5 s'],
    [seconds(412), '412 s'],
    [seconds(3_600), '1 h'],
    [seconds(4_325), '1 h 12 min 5 s'],
  ])('%i is measured as %s', (length, text) => {
    expect(phrasesFor('en').measured(length)).toBe(text)
  })

  it.each([
    [seconds(45), '45 s'],
    [seconds(399), '6 min 39 s'],
    [minutes(65), '1 h 5 min'],
    [minutes(60 * 51), '2 d 3 h'],
  ])('%i is roughly %s', (length, text) => {
    expect(phrasesFor('en').roughly(length)).toBe(text)
  })
})
