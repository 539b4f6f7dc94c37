import { locales } from '@highwater/core'
import { auditFault, auditFaultKinds } from '@highwater/core/audit'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '~/i18n/messages.ts'
import { faultWords } from './fault-words.ts'

describe.each(locales)('In %s', (locale) => {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'audit.chain' })
  const say = (...given: Parameters<typeof auditFault>) => {
    const { name, values } = faultWords(auditFault(...given))
    return t(`fault.${name}`, values)
  }

  it.each(auditFaultKinds)('%s has words that name what it concerns', (kind) => {
    const said = say(kind, { eventId: 71, afterId: 65, count: 2, checkpoint: 9, key: 'old' })
    expect(said).not.toContain('none')
    const checkpoint = kind.startsWith('checkpoint')
    if (checkpoint) expect(said).toContain('9')
    else if (!['lane', 'emptied'].includes(kind)) expect(said).toContain('71')
  })

  it('entries that are missing at the beginning or the end are told so', () => {
    const atTheEnd = say('removed', { afterId: 65, count: 1 })
    const atTheBeginning = say('removed', { eventId: 71, count: 3 })
    expect(atTheEnd).toContain('65')
    expect(atTheBeginning).toContain('71')
    expect(`${atTheEnd} ${atTheBeginning}`).not.toContain('none')
  })
})
