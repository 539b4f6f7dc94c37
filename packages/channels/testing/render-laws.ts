import { type Locale, locales } from '@highwater/core'
import { type ChannelMessage, messageKinds } from '@highwater/core/notify'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage, aTestMessage } from './messages.ts'

/** One form of a kind's messages, as the suite sees it. */
export interface RenderSubject {
  readonly name: string
  /** What would be sent for a message: its readable text, and the size that the provider counts. */
  render(message: ChannelMessage, locale: Locale): { readonly text: string; readonly size: number }
  readonly limit: number
  /** What stands in every message, however long its data: keyword, mentions. */
  readonly always: readonly string[]
  /** What of hostile data must not come through; the data is `hostileText`. */
  readonly never: readonly (string | RegExp)[]
}

/** Data that tries every way of calling people, linking elsewhere and leaving its string. */
export const hostileText =
  '[click](http://evil.example) **bold** @all <@all> <!channel> <@U123> <at id=all></at> ' +
  '<at user_id="all"></at> <at>Li</at> <a href="http://evil.example">x</a> <http://evil.example|x> ' +
  '"},"at":{"isAtAll":true},"x":"\\'

const messageOf = (kind: (typeof messageKinds)[number]): ChannelMessage =>
  kind === 'test' ? aTestMessage() : kind === 'digest' ? aDigestMessage() : anAlertMessage({ kind })

const alertUrl = 'https://highwater.example.com/alerts/0190d5a0'

/** What every rendering promises, whatever it renders for. */
export function renderLaws(subject: RenderSubject): void {
  describe(`a message in the form ${subject.name}:`, () => {
    it.each(messageKinds)('%s carries what must always be there, in both languages', (kind) => {
      for (const locale of locales) {
        const { text, size } = subject.render(messageOf(kind), locale)
        for (const part of subject.always) expect(text).toContain(part)
        expect(text).toContain('https://highwater.example.com')
        expect(size).toBeLessThanOrEqual(subject.limit)
      }
    })

    it('data brings neither markup nor mentions nor JSON', () => {
      const hostile = anAlertMessage({ project: null, subject: hostileText, detail: hostileText })
      const digest = aDigestMessage(1)
      const members = digest.members.map((member) => ({ ...member, subject: hostileText }))
      for (const message of [hostile, { ...digest, members }]) {
        const { text } = subject.render(message, 'en')
        for (const part of subject.never) {
          if (typeof part === 'string') expect(text).not.toContain(part)
          else expect(text).not.toMatch(part)
        }
      }
    })

    it('it never exceeds the limit and keeps the link, whatever the data', () => {
      const wild = fc
        .string({ unit: 'binary', minLength: 0, maxLength: 200 })
        .chain((text) => fc.constantFrom(1, 40, 400).map((times) => text.repeat(times)))
      fc.assert(
        fc.property(wild, wild, (detail, name) => {
          const message = anAlertMessage({ project: null, subject: name, detail })
          const { text, size } = subject.render(message, 'zh-CN')
          expect(size).toBeLessThanOrEqual(subject.limit)
          expect(text.isWellFormed()).toBe(true)
          for (const part of [...subject.always, alertUrl]) expect(text).toContain(part)
        }),
        { numRuns: 40 },
      )
    })
  })
}
