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
  const common = useTranslations('common')
  const themeText = useTranslations('frame.theme')
  const timeZone = useTimeZone()
  const id = useId()
  return (
    <Panel title={t('title')}>
      <div className="flex max-w-sm flex-col gap-4">
        <PreferenceForm save={saveLocale}>
          <label htmlFor={`${id}-language`} className="mb-1 block font-medium text-sm">
            {t('language')}
          </label>
          <Select
            id={`${id}-language`}
            key={locale}
            name="locale"
            defaultValue={locale}
            options={locales.map((each) => ({ value: each, label: languageNames[each] }))}
            onChange={(event) => event.target.form?.requestSubmit()}
          />
          <noscript>
            <Button type="submit" size="sm" className="mt-1">
              {common('save')}
            </Button>
          </noscript>
        </PreferenceForm>
        <PreferenceForm save={saveTheme}>
          <label htmlFor={`${id}-theme`} className="mb-1 block font-medium text-sm">
            {t('theme')}
          </label>
          <Select
            id={`${id}-theme`}
            key={theme}
            name="theme"
            defaultValue={theme}
            options={themes.map((each) => ({ value: each, label: themeText(each) }))}
            onChange={(event) => {
              document.documentElement.dataset.theme = event.target.value
              event.target.form?.requestSubmit()
            }}
          />
          <noscript>
            <Button type="submit" size="sm" className="mt-1">
              {common('save')}
            </Button>
          </noscript>
        </PreferenceForm>
        <p className="text-sm">
          <span className="block font-medium">{t('timeZone')}</span>
          {timeZone} <span className="text-ink-faint text-xs">{t('timeZoneHelp')}</span>
        </p>
      </div>
    </Panel>
  )
}
