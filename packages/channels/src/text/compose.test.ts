import { instant, messageLocales, millis, minutes, seconds } from '@highwater/core'
import { alertEvents } from '@highwater/core/alert'
import { type CloseReason, closeReasons, messageNotes } from '@highwater/core/notify'
import { describe, expect, it } from 'vitest'
import { anAlertMessage, aTestMessage } from '../../testing/messages.ts'
import { composeMessage, phrasesFor, summaryOf } from './compose.ts'
import { variablesOf } from './variables.ts'

const all = Number.POSITIVE_INFINITY

describe('the words of a message', () => {
  it('say in English what happened', () => {
    const composed = composeMessage({ message: anAlertMessage(), locale: 'en' }, all)
    expect(composed.headline).toBe(
      'Firing: orders_to_dw, synchronization delayed (high protection)',
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

  it('tell what is hardly beyond its limit from the limit itself', () => {
    const message = anAlertMessage({ observed: millis(60_001), threshold: millis(60_000) })
    expect(summaryOf(message, 'en')).toMatch(/^61 s behind, limit 60 s/)
    expect(summaryOf(message, 'zh-CN')).toMatch(/61 秒.*60 秒/)
  })

  it('say who ended it and why, where somebody did', () => {
    const closedBy = { name: 'Li Lei', note: 'the table is being rebuilt' }
    const said = (closeReason: CloseReason, locale: 'en' | 'zh-CN') => {
      const message = anAlertMessage({ kind: 'resolved', closeReason, closedBy })
      return composeMessage({ message, locale }, all).sentences
    }
    expect(said('closed_by_person', 'en')).toEqual([
      'Closed by Li Lei.',
      'Reason given: “the table is being rebuilt”',
    ])
    expect(said('level_changed', 'en')).toEqual([
      'Closed: Li Lei changed the protection level, and the new one does not alert.',
    ])
    expect(said('policy_changed', 'zh-CN')).toEqual(['Li Lei 修改了告警阈值，按新的阈值不再告警。'])
    expect(said('project_paused', 'en')).toEqual([phrasesFor('en').closed.project_paused])
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

  it('have a sentence for every close reason, note and event in every language', () => {
    for (const locale of messageLocales) {
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
      'Said to be stopped, yet its position moved on for 412 s, limit 60 s.',
      'No heartbeat for 412 s, limit 60 s.',
      'Its work was taken over by another host.',
      'Short of resources for 412 s.',
      'Nothing has come from this source for 412 s, limit 60 s.',
      'Nothing has been delivered through this channel for 412 s, limit 60 s.',
      'Its clock is 412 s ahead, limit 60 s, for 6 min.',
      'No project was judged for 412 s, limit 60 s; it works again now.',
    ])
  })

  it('give the figures of a host in percent, each with its limit', () => {
    const figures = [
      { name: 'cpu', percent: 93, limit: 85 },
      { name: 'disk', percent: 95, limit: 90 },
    ] as const
    const message = anAlertMessage({
      event: 'host_threshold',
      project: null,
      subject: 'node-a',
      particulars: { type: 'host_figures', figures },
    })
    const en = composeMessage({ message, locale: 'en' }, all)
    expect(en.sentences).toEqual(['CPU 93 % (limit 85 %), disk 95 % (limit 90 %), for 412 s.'])
    expect(en.facts).toContainEqual({ name: 'host', label: 'Host', value: 'node-a' })
    const zh = composeMessage({ message, locale: 'zh-CN' }, all)
    expect(zh.sentences).toEqual(['CPU 93%（限值 85%），磁盘 95%（限值 90%），已持续 412 秒。'])
    expect(variablesOf({ message, locale: 'en' }, all)).toMatchObject({
      value: '93',
      alarm_threshold: '85',
      value_shown: '93 %, 95 %',
      alarm_scope: 'host',
    })
  })

  it('say who took over the work of a host', () => {
    const particulars = {
      type: 'taken_over',
      by: ['node-b', 'node-c'],
      messages: 3,
      sources: 1,
      lastAt: instant(0),
    } as const
    const told = { event: 'host_down_migrate_resource', project: null, particulars } as const
    const said = (locale: 'en' | 'zh-CN') =>
      composeMessage({ message: anAlertMessage(told), locale }, all).sentences[0]
    expect(said('en')).toBe('Its work was taken over by node-b, node-c: 3 messages, 1 source.')
    expect(said('zh-CN')).toBe('其工作已由 node-b、node-c 接管：消息 3 条，来源 1 个。')
  })

  it('name what waits for a channel only as far as there is room', () => {
    const particulars = { type: 'withheld', alerts: 12, named: ['A1 orders', 'A2 stock'] } as const
    const message = anAlertMessage({ event: 'channel_down', project: null, particulars })
    const said = (locale: 'en' | 'zh-CN', dataBytes: number) =>
      composeMessage({ message, locale }, dataBytes).sentences[0]
    expect(said('en', all)).toContain('; 12 alerts wait for it: A1 orders, A2 stock and 10 more.')
    expect(said('en', 10)).toContain('; 12 alerts wait for it: A1 orders and 11 more.')
    expect(said('en', 0)).toMatch(/; 12 alerts wait for it[,.]/)
    expect(said('zh-CN', 0)).toMatch(/；12 条告警未能发出[，。]/)
  })

  it('name the source of a system alert, which has no level', () => {
    const message = anAlertMessage({ event: 'source_down', project: null, subject: '生产 Kafka' })
    const composed = composeMessage({ message, locale: 'zh-CN' }, all)
    expect(composed.headline).toBe('【告警】生产 Kafka 数据来源不可用')
    expect(composed.facts[0]).toEqual({
      name: 'source_name',
      label: '数据来源',
      value: '生产 Kafka',
    })
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
