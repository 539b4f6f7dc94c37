'use client'

import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { type GateAction, untouched } from './gate-form-state.ts'
import { useGateForm } from './use-gate-form.ts'

interface SignInFormProps {
  readonly action: GateAction
  /** The page that was asked for before signing in; posted as `next`. */
  readonly next: string
}

export function SignInForm({ action, next }: SignInFormProps) {
  const t = useTranslations('signIn')
  const { state, formProps } = useGateForm(action, untouched)
  const { error, fieldErrors, values } = state
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {error === null ? null : <Notice tone="error">{error}</Notice>}
      <input type="hidden" name="next" value={next} />
      <Field label={t('email')} required error={fieldErrors.email}>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={values.email}
            className="h-10"
          />
        )}
      </Field>
      <Field label={t('password')} required error={fieldErrors.password}>
        {(control) => (
          <TextInput
            {...control}
            name="password"
            type="password"
            autoComplete="current-password"
            className="h-10"
          />
        )}
      </Field>
      <SubmitButton size="lg">{t('submit')}</SubmitButton>
    </form>
  )
}
