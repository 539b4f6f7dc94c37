'use client'

import { type MessageLocale, messageLocales } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ChoicePanel } from '~/forms/choice-panel.tsx'
import { saveMessageLocale } from './system-actions.ts'

interface LanguageFormProps {
  readonly locale: MessageLocale
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

const languageNames: Readonly<Record<MessageLocale, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}

/** In which language messages leave. */
export function LanguageForm({ locale, refusal }: LanguageFormProps) {
  const t = useTranslations('system.language')
  return (
    <ChoicePanel
      title={t('title')}
      description={t('text')}
      label={t('label')}
      name="locale"
      action={saveMessageLocale}
      current={locale}
      options={messageLocales.map((each) => ({ value: each, label: languageNames[each] }))}
      saved={t('saved')}
      refusal={refusal}
    />
  )
}
