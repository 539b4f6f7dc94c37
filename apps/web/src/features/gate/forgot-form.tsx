'use client'

import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { type GateAction, untouched } from './gate-form-state.ts'
import { useGateForm } from './use-gate-form.ts'

/** Asks for the address to which a link goes. */
export function ForgotForm({ action }: { readonly action: GateAction }) {
  const t = useTranslations('signIn')
  const { state, formProps } = useGateForm(action, untouched)
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
      <Field label={t('email')} required>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            className="h-10"
          />
        )}
      </Field>
      <SubmitButton size="lg">{t('forgot.submit')}</SubmitButton>
    </form>
  )
}
