import type { FieldSpec } from '@highwater/channels/catalog'
import type { Locale } from '@highwater/core'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FactList } from '~/ui/fact-list.tsx'
import { Panel } from '~/ui/panel.tsx'
import { isShown } from './settings-from-form.ts'
import { storedPairs, storedText, storedTexts, storedValue } from './stored-value.ts'

interface SettingsReadProps {
  readonly fields: readonly FieldSpec[]
  readonly config: Readonly<Record<string, unknown>>
  /** Whether each secret is set, by name; left out where nobody is told. */
  readonly secrets: Readonly<Record<string, 'set' | 'unset'>>
  readonly clusters: readonly { readonly id: string; readonly name: string }[]
}

const lines = (texts: readonly string[]): ReactNode =>
  texts.length === 0 ? null : <span className="whitespace-pre-wrap">{texts.join('\n')}</span>

const optionOf = ({ options = [] }: FieldSpec, chosen: string, locale: Locale) =>
  (options.find(({ value }) => value === chosen) ?? options[0])?.label[locale] ?? null

/** What something that is set up by a table of fields is set to, for whoever may not change it. */
export function SettingsRead({ fields, config, secrets, clusters }: SettingsReadProps) {
  const common = useTranslations('common')
  const locale = useLocale()
  const stored = { config }
  const textAt = (path: string) =>
    storedText(stored, path) ||
    (fields.find((field) => field.path === path)?.options?.[0]?.value ?? '')
  function shownOf(field: FieldSpec): ReactNode {
    const { path, input } = field
    if (path.startsWith('secrets.')) {
      return secrets[path.split('.')[1] ?? ''] === 'set' ? common('form.secretSet') : null
    }
    switch (input) {
      case 'switch':
        return common(storedValue(stored, path) === true ? 'yes' : 'no')
      case 'select':
        return optionOf(field, textAt(path), locale)
      case 'list':
        return lines(storedTexts(stored, path))
      case 'keyvalue':
        return lines(storedPairs(stored, path).map(({ key, value }) => `${key}: ${value}`))
      case 'cluster':
        return clusters.find(({ id }) => id === storedText(stored, path))?.name ?? null
      case 'text':
      case 'url':
      case 'number':
      case 'textarea':
      case 'password':
        return lines([storedText(stored, path)].filter((text) => text !== ''))
    }
  }
  return (
    <Panel title={common('form.settings')}>
      <FactList
        facts={fields
          .filter((field) => isShown(field, textAt))
          .map((field) => [field.label[locale], shownOf(field)])}
      />
    </Panel>
  )
}
