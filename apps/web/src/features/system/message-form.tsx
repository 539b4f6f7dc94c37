'use client'

import { type MessageLocale, messageLocales } from '@highwater/core'
import type { Installation } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { SaveButton } from '~/forms/save-button.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TimeZoneInput } from '~/ui/time-zone-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { saveMessageForm } from './system-actions.ts'

interface MessageFormProps {
  readonly installation: Installation
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

const languageNames: Readonly<Record<MessageLocale, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}

/** In which language messages leave, and by which clock they tell times. */
export function MessageForm({ installation, refusal }: MessageFormProps) {
  const t = useTranslations('system.messages')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveMessageForm, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('saved') })
  })
  const isLocked = refusal !== null
  const { fieldErrors } = state
  return (
    <Panel title={t('title')} description={t('text')}>
      <form {...formProps} noValidate className="flex flex-col gap-3">
        <RefusalNotice state={state} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('language')} required error={fieldErrors.messageLocale}>
            {(control) => (
              <Select
                {...control}
                key={installation.messageLocale}
                name="messageLocale"
                defaultValue={installation.messageLocale}
                disabled={isLocked}
                options={messageLocales.map((value) => ({ value, label: languageNames[value] }))}
              />
            )}
          </Field>
          <Field label={t('timeZone')} required error={fieldErrors.messageTimeZone}>
            {(control) => (
              <TimeZoneInput
                {...control}
                name="messageTimeZone"
                defaultValue={installation.messageTimeZone}
                disabled={isLocked}
              />
            )}
          </Field>
        </div>
        <div>
          <SaveButton refusal={refusal} pending={pending} />
        </div>
      </form>
    </Panel>
  )
}
