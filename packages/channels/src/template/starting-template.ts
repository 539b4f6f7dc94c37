import type { MessageLocale } from '@highwater/core'
import type { MessageKind, MessageTemplate } from '@highwater/core/notify'
import { phrasesFor } from '../text/compose.ts'
import type { FactName } from '../text/phrases.ts'
import type { VariableName } from '../text/variable-names.ts'

type FactLine = readonly [FactName | 'object', string]

const as = (name: VariableName): string => `\${${name}}`

/** What an alert without a project is about: a host, a source, a channel. */
const objectWords: Readonly<Record<MessageLocale, string>> = {
  'zh-CN': '对象',
  'zh-TW': '對象',
  en: 'About',
}

const alertFacts: readonly FactLine[] = [
  ['project', as('project')],
  ['object', as('object')],
  ['kind', as('project_kind_shown')],
  ['department', as('department')],
  ['owner', as('owner')],
  ['route', `${as('source')} → ${as('target')}`],
  ['tags', as('tags_shown')],
  ['opened', as('alarm_active_at_shown')],
]

const factsOfKind: Readonly<Record<MessageKind, readonly FactLine[]>> = {
  firing: [
    ...alertFacts,
    ['sent', as('alarm_updated_at_shown')],
    ['lasted', as('alarm_last_interval_shown')],
  ],
  repeat: [
    ...alertFacts,
    ['sent', as('alarm_updated_at_shown')],
    ['lasted', as('alarm_last_interval_shown')],
  ],
  resolved: [
    ...alertFacts,
    ['closed', as('alarm_resolved_at_shown')],
    ['lasted', as('alarm_last_interval_shown')],
  ],
  digest: [['sent', as('alarm_updated_at_shown')]],
  test: [['sent', as('alarm_updated_at_shown')]],
}

/** The built-in words of a kind of message as a template: what an editor begins with. */
export function startingTemplate(kind: MessageKind, locale: MessageLocale): MessageTemplate {
  const { fact: words, labelSeparator } = phrasesFor(locale)
  const fact = { ...words, object: objectWords[locale] }
  return {
    headline: as('headline'),
    text: as('summary'),
    facts: factsOfKind[kind]
      .map(([name, value]) => `${fact[name]}${labelSeparator}${value}`)
      .join('\n'),
    detail: true,
  }
}
