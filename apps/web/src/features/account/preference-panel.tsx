'use client'

import type { Locale } from '@highwater/core'
import { locales } from '@highwater/core'
import { useTimeZone, useTranslations } from 'next-intl'
import { useId } from 'react'
import { PreferenceForm } from '~/preferences/preference-form.tsx'
import { saveLocale, saveTheme } from '~/preferences/save-preference.ts'
import { type Theme, themes } from '~/preferences/theme.ts'
import { Button } from '~/ui/button.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'

interface PreferencePanelProps {
  readonly locale: Locale
  readonly theme: Theme
}

const languageNames: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', en: 'English' }

/** Language and theme of this browser; each takes effect as soon as it is chosen. */
export function PreferencePanel({ locale, theme }: PreferencePanelProps) {
  const t = useTranslations('account.preferences')
  const themeText = useTranslations('frame.theme')
  const timeZone = useTimeZone()
  return (
    <Panel title={t('title')}>
      <div className="flex max-w-sm flex-col gap-4">
        <PreferenceForm save={saveLocale}>
          <Choice
            label={t('language')}
            name="locale"
            chosen={locale}
            options={locales.map((each) => ({ value: each, label: languageNames[each] }))}
          />
        </PreferenceForm>
        <PreferenceForm save={saveTheme}>
          <Choice
            label={t('theme')}
            name="theme"
            chosen={theme}
            options={themes.map((each) => ({ value: each, label: themeText(each) }))}
            onChoose={(value) => {
              document.documentElement.dataset.theme = value
            }}
          />
        </PreferenceForm>
        <p className="text-sm">
          <span className="block font-medium">{t('timeZone')}</span>
          {timeZone} <span className="text-ink-faint text-xs">{t('timeZoneHelp')}</span>
        </p>
      </div>
    </Panel>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly name: string
  readonly chosen: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose?: (value: string) => void
}

/** Sends its form as soon as another one is chosen; without scripts there is a button. */
function Choice({ label, name, chosen, options, onChoose }: ChoiceProps) {
  const common = useTranslations('common')
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="mb-1 block font-medium text-sm">
        {label}
      </label>
      <Select
        id={id}
        key={chosen}
        name={name}
        defaultValue={chosen}
        options={options}
        onChange={(event) => {
          onChoose?.(event.target.value)
          event.target.form?.requestSubmit()
        }}
      />
      <noscript>
        <Button type="submit" size="sm" className="mt-1">
          {common('save')}
        </Button>
      </noscript>
    </>
  )
}
