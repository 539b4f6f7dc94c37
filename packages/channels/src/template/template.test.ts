import { messageLocales, minutes } from '@highwater/core'
import { type MessageTemplate, messageKinds } from '@highwater/core/notify'
import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage, aTestMessage } from '../../testing/messages.ts'
import { composeMessage, phrasesFor } from '../text/compose.ts'
import { messageTemplateSchema, templateFaults } from './schema.ts'
import { startingTemplate } from './starting-template.ts'
import { tellsDetail } from './tells-detail.ts'
import { variableFacts, variablesFor } from './variable-facts.ts'

const all = Number.POSITIVE_INFINITY

const template = (changes: Partial<MessageTemplate>): MessageTemplate => ({
  headline: 'Alert',
  text: 'Something is wrong.',
  facts: '',
  detail: true,
  ...changes,
})

const composed = (changes: Partial<MessageTemplate>, message = anAlertMessage()) =>
  composeMessage({ message, locale: 'en', template: template(changes) }, all)

describe('a message in the words of a template', () => {
  it('says what the template says, with the values of the alert', () => {
    const message = composed({
      headline: `[\${alarm_id}] \${project} \${alarm_status_shown}`,
      text: `\${value_shown} behind\nLimit: \${alarm_threshold_shown}`,
      facts: `Owner: \${owner}\n负责部门：\${department}`,
    })
    expect(message.headline).toBe('[K7Q2M] orders_to_dw Firing')
    expect(message.sentences).toEqual(['412 s behind', 'Limit: 60 s'])
    expect(message.facts.map(({ label, value }) => [label, value])).toEqual([
      ['Owner', '李雷'],
      ['负责部门', '数据平台'],
      ['Id', 'K7Q2M'],
    ])
  })

  it('leaves out a line whose variables are all empty, and no other', () => {
    const system = anAlertMessage({ project: null, subject: 'node-a', threshold: null })
    const message = composed(
      {
        text: `Owner is \${owner}\nLimit \${alarm_threshold}\n\${object} \${owner}\nCall us`,
        facts: `Project: \${project}\nHost: \${object}`,
      },
      system,
    )
    expect(message.sentences).toEqual(['node-a', 'Call us'])
    expect(message.facts.map(({ label }) => label)).toEqual(['Host', 'Id'])
  })

  it('keeps its own headline where that of a template shows nothing', () => {
    expect(composed({ headline: '\u202E\u200B' }).headline).toContain('orders_to_dw')
  })

  it('still says that it may be a duplicate, and leads to the alert', () => {
    const repeated = anAlertMessage({ note: 'may_be_a_duplicate' })
    const { sentences, link } = composed({}, repeated)
    expect(sentences).toEqual(['Something is wrong.', phrasesFor('en').note.may_be_a_duplicate])
    expect(link.url).toBe(repeated.alertUrl)
  })

  it('says each note once, and itself where the template left no room for it', () => {
    const note = phrasesFor('en').note.may_be_a_duplicate
    const repeated = anAlertMessage({ note: 'may_be_a_duplicate' })
    const count = (text: string) =>
      composed({ text }, repeated).sentences.join(' ').split(note).length - 1
    expect(count(`\${alarm_description}`)).toBe(1)
    expect(count('No notes')).toBe(1)
    expect(count(`${'x'.repeat(2_000)}\n\${alarm_description}`)).toBe(1)
    const far = anAlertMessage({ note: 'may_be_a_duplicate', turns: 4, detectedLate: minutes(45) })
    const { sentences } = composeMessage(
      {
        message: {
          ...far,
          stale: true,
          withheld: { from: far.openedAt, to: far.sentFor, others: 9 },
        },
        locale: 'zh-CN',
        template: template({ headline: `\${alarm_description}`, text: '无' }),
      },
      all,
    )
    expect(sentences).toContain(phrasesFor('zh-CN').note.may_be_a_duplicate)
  })

  it('leaves the mail for a new password as it is', () => {
    const message = aTestMessage({ passwordReset: { sealedUrl: '', minutes: 30 } })
    const plain = composeMessage({ message, locale: 'en' }, all)
    const own = template({ text: 'A test of the channel.' })
    expect(composeMessage({ message, locale: 'en', template: own }, all)).toEqual(plain)
  })

  it('still names every alert of a digest', () => {
    const message = aDigestMessage(3)
    const { list, headline } = composeMessage(
      { message, locale: 'en', template: template({ headline: `\${alarm_count} alerts` }) },
      all,
    )
    expect(headline).toBe('3 alerts')
    expect(list?.items).toHaveLength(3)
  })

  it('keeps what the source said only where the template wants it', () => {
    const failing = anAlertMessage({ detail: 'ORA-01555: snapshot too old' })
    expect(composed({}, failing).detail?.text).toBe('ORA-01555: snapshot too old')
    expect(composed({ detail: false }, failing).detail).toBeNull()
  })

  it.each([
    anAlertMessage({ detail: 'ORA-01555' }),
    anAlertMessage({ kind: 'repeat', repeat: 1, detail: 'ORA-01555' }),
    anAlertMessage({ kind: 'resolved', closeReason: 'recovered', detail: 'ORA-01555' }),
    aDigestMessage(1),
    aTestMessage(),
  ])('may leave out what the source said of a $kind only where it is told', (message) => {
    const told = (detail: boolean) =>
      composeMessage({ message, locale: 'en', template: template({ detail }) }, all).detail !== null
    expect(told(false)).toBe(false)
    expect(told(true)).toBe(tellsDetail(message.kind))
  })

  it('falls back to the built-in sentence where nothing of the template is left', () => {
    const { sentences } = composed({ text: `\${object}` })
    expect(sentences).toEqual(['412 s behind, limit 60 s, for 6 min.'])
  })
})

describe('the template that an editor begins with', () => {
  it.each(messageLocales)('says what the built-in words say, in %s', (locale) => {
    for (const message of [
      anAlertMessage(),
      anAlertMessage({ kind: 'repeat', repeat: 2, stale: true, note: 'escalated' }),
      anAlertMessage({ kind: 'resolved', closeReason: 'recovered' }),
      aDigestMessage(2),
      aTestMessage(),
    ]) {
      const start = startingTemplate(message.kind, locale)
      expect(templateFaults(message.kind, start)).toEqual([])
      const said = composeMessage({ message, locale, template: start }, all)
      const builtIn = composeMessage({ message, locale }, all)
      const readable = ({ headline, sentences, facts }: typeof said) => ({
        headline,
        sentences,
        facts: facts.map(({ label, value }) => [label, value]),
      })
      expect(readable(said)).toEqual(readable(builtIn))
    }
  })
})

describe('a template is refused', () => {
  const faults = (changes: Partial<MessageTemplate>, kind: 'firing' | 'digest' = 'firing') =>
    templateFaults(kind, template(changes))

  it('with an unknown variable, saying where it stands and what was probably meant', () => {
    expect(faults({ text: `Hello\nproject \${projct}` })).toEqual([
      {
        path: 'text',
        message: `Line 2, column 9: There is no variable \${projct}. Did you mean \${project}?`,
      },
    ])
    expect(faults({ headline: `\${alarm-name}` })[0]?.message).toContain(`\${alarm_name}?`)
    expect(faults({ headline: `\${nonsense}` })[0]?.message).not.toContain('Did you mean')
  })

  it('with a variable that messages of its kind do not have', () => {
    expect(faults({ text: `\${owner}` }, 'digest')[0]?.message).toBe(
      `Line 1, column 1: \${owner} has no value in messages of this kind.`,
    )
    expect(faults({ text: `\${message_json}` })).toHaveLength(1)
  })

  it('with a variable that is not closed, or has no name', () => {
    expect(faults({ headline: `a \${project` })).toEqual([
      { path: 'headline', message: 'Column 3: A variable is not closed: write }.' },
    ])
    expect(faults({ text: `\${}` })[0]?.message).toMatch(/Write the name of a variable/)
  })

  it('with a fact that has no label, and without a headline', () => {
    expect(faults({ facts: `Owner: \${owner}\n\${owner}` })).toEqual([
      { path: 'facts', message: 'Line 2: write a label, a colon and a value.' },
    ])
    expect(messageTemplateSchema.safeParse({ headline: ' ', text: 'x' }).success).toBe(false)
    expect(messageTemplateSchema.safeParse({ headline: 'a\nb', text: 'x' }).success).toBe(false)
    expect(messageTemplateSchema.safeParse({ headline: '\u200B', text: 'x' }).success).toBe(false)
    expect(messageTemplateSchema.safeParse({ headline: 'x', text: '\u2060\n' }).success).toBe(false)
  })
})

it('every variable is explained in both languages, and every kind of message has some', () => {
  for (const { meaning } of Object.values(variableFacts)) {
    expect(meaning['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(meaning.en).not.toBe('')
  }
  for (const kind of messageKinds) expect(variablesFor(kind).length).toBeGreaterThan(5)
})
