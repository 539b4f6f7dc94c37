'use client'

import { type MessageLocale, messageLocales } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'
import { Select } from '~/ui/select.tsx'
import { useToast } from '~/ui/toast.tsx'
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
  const common = useTranslations('common')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(
    saveMessageLocale,
    untouchedForm,
    (answer) => {
      if (answer.outcome === 'done') toast({ title: t('saved') })
    },
  )
  return (
    <Panel title={t('title')} description={t('text')}>
      <form {...formProps} className="flex flex-col gap-3">
        {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
        <div className="flex max-w-sm gap-2">
          <Select
            key={locale}
            name="locale"
            aria-label={t('label')}
            defaultValue={locale}
            disabled={refusal !== null}
            options={messageLocales.map((each) => ({ value: each, label: languageNames[each] }))}
          />
          {refusal === null ? (
            <Button type="submit" aria-disabled={pending}>
              {common('save')}
            </Button>
          ) : (
            <RefusedButton reason={refusal}>{common('save')}</RefusedButton>
          )}
        </div>
      </form>
    </Panel>
  )
}
