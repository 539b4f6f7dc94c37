import { instant, type MessageLocale, messageLocales } from '@highwater/core'
import { type ChannelMessage, type MessageTemplate, messageKinds } from '@highwater/core/notify'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage, aTestMessage } from './messages.ts'

/** One form of a kind's messages, as the suite sees it. */
export interface RenderSubject {
  readonly name: string
  /** What would be sent for a message: its readable text, and the size that the provider counts. */
  render(
    message: ChannelMessage,
    locale: MessageLocale,
    template?: MessageTemplate,
  ): {
    readonly text: string
    readonly size: number
    /** With what its reader sees besides; left out where `text` is all of it. */
    readonly whole?: string
  }
  readonly limit: number
  /** What stands in every message, however long its data: keyword, mentions. */
  readonly always: readonly string[]
  /** What of hostile data must not come through; the data is `hostileText`. */
  readonly never: readonly (string | RegExp)[]
}

/** Data that tries every way of calling people, linking elsewhere and leaving its string. */
export const hostileText =
  '[click](http://evil.example) **bold** .@all -@all +@all @all <@all> <!channel> <@U123> <at id=all></at> ' +
  '<at user_id="all"></at> <at>Li</at> <a href="http://evil.example">x</a> <http://evil.example|x> ' +
  '"},"at":{"isAtAll":true},"x":"\\'

const messageOf = (kind: (typeof messageKinds)[number]): ChannelMessage =>
  kind === 'test' ? aTestMessage() : kind === 'digest' ? aDigestMessage() : anAlertMessage({ kind })

/** A template that puts hostile data everywhere, and is hostile itself. */
const hostileTemplate: MessageTemplate = {
  headline: `\${alarm_target} ${hostileText.slice(0, 80)}`,
  text: `\${alarm_target}\n${hostileText}\n\${detail}`,
  facts: `x: \${alarm_target}\n${hostileText}\n\${alarm_target}: x`,
  detail: true,
}

const ownTemplate: MessageTemplate = {
  headline: `Own headline \${alarm_id}`,
  text: `Own words \${alarm_id}`,
  facts: `Own label: \${alarm_id}`,
  detail: true,
}

/** Every part as long as it may be, in letters of three bytes. */
const longTemplate: MessageTemplate = {
  headline: '告'.repeat(200),
  text: '落后很多。\n'.repeat(300),
  facts: '标签：落后很多\n'.repeat(220),
  detail: true,
}

const alertUrl = 'https://highwater.example.com/alerts/0190d5a0'

/** What every rendering promises, whatever it renders for. */
export function renderLaws(subject: RenderSubject): void {
  describe(`a message in the form ${subject.name}:`, () => {
    it.each(messageKinds)('%s carries what must always be there, in every language', (kind) => {
      for (const locale of messageLocales) {
        const { text, size } = subject.render(messageOf(kind), locale)
        for (const part of subject.always) expect(text).toContain(part)
        expect(text).toContain('https://highwater.example.com')
        expect(size).toBeLessThanOrEqual(subject.limit)
      }
    })

    it.each(messageKinds)('a %s in the words of a template says them, and what must be', (kind) => {
      const message = messageOf(kind)
      const { text, size, whole = text } = subject.render(message, 'en', ownTemplate)
      expect(whole).toContain(`Own words ${message.shortId}`)
      for (const part of [...subject.always, 'https://highwater.example.com']) {
        expect(text).toContain(part)
      }
      expect(size).toBeLessThanOrEqual(subject.limit)
    })

    it('the longest template never exceeds the limit and cuts no letter in two', () => {
      for (const kind of messageKinds) {
        const { text, size } = subject.render(messageOf(kind), 'zh-CN', longTemplate)
        expect(size).toBeLessThanOrEqual(subject.limit)
        expect(text.isWellFormed()).toBe(true)
        for (const part of [...subject.always, 'https://highwater.example.com']) {
          expect(text).toContain(part)
        }
      }
    })

    it('data brings neither markup nor mentions nor JSON', () => {
      const mentions = [{ name: hostileText, contacts: { mobile: '@all', wecomUserId: '@all' } }]
      const hostile = anAlertMessage({
        project: null,
        subject: hostileText,
        detail: hostileText,
        mentions,
      })
      const digest = aDigestMessage(1)
      const members = digest.members.map((member) => ({ ...member, subject: hostileText }))
      for (const message of [hostile, { ...digest, members }]) {
        for (const template of [undefined, hostileTemplate]) {
          const { text } = subject.render(message, 'en', template)
          for (const part of subject.never) {
            if (typeof part === 'string') expect(text).not.toContain(part)
            else expect(text).not.toMatch(part)
          }
        }
      }
    })

    it('a channel or host that is down is told within the limit, however long the names of the others', () => {
      const names = Array.from({ length: 10 }, (_, place) => `K7Q${place}M ${'订'.repeat(128)}`)
      const told = [
        { event: 'channel_down', particulars: { type: 'withheld', alerts: 12, named: names } },
        {
          event: 'host_down_migrate_resource',
          particulars: {
            type: 'taken_over',
            by: names,
            messages: 1,
            sources: 2,
            lastAt: instant(0),
          },
        },
      ] as const
      for (const each of told) {
        const message = anAlertMessage({ project: null, subject: '值班群', ...each })
        for (const locale of messageLocales) {
          const { text, size } = subject.render(message, locale)
          expect(size).toBeLessThanOrEqual(subject.limit)
          for (const part of [...subject.always, alertUrl]) expect(text).toContain(part)
        }
      }
    })

    it('it never exceeds the limit and keeps the link, whatever the data', () => {
      const wild = fc
        .string({ unit: 'binary', minLength: 0, maxLength: 200 })
        .chain((text) => fc.constantFrom(1, 40, 400).map((times) => text.repeat(times)))
      const words = fc
        .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(`\${detail}`, `\${value}`)))
        .map((parts) => parts.join(' '))
      const wildTemplate = fc.option(
        fc.record({ headline: words, text: words, facts: words, detail: fc.boolean() }),
        { nil: undefined },
      )
      fc.assert(
        fc.property(wild, wild, wildTemplate, (detail, name, template) => {
          const message = anAlertMessage({ project: null, subject: name, detail })
          const { text, size } = subject.render(message, 'zh-CN', template)
          expect(size).toBeLessThanOrEqual(subject.limit)
          expect(text.isWellFormed()).toBe(true)
          for (const part of [...subject.always, alertUrl]) expect(text).toContain(part)
        }),
        { numRuns: 40 },
      )
    })
  })
}
