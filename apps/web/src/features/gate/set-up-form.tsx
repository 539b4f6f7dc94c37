'use client'

import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { type GateAction, untouched } from './gate-form-state.ts'
import { useGateForm } from './use-gate-form.ts'

interface SetUpFormProps {
  readonly action: GateAction
  readonly shortestPassword: number
}

/** Makes the first administrator. */
export function SetUpForm({ action, shortestPassword }: SetUpFormProps) {
  const t = useTranslations('signIn.setUp')
  const { state, formProps } = useGateForm(action, untouched)
  const { error, fieldErrors, values } = state
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {error === null ? null : <Notice tone="error">{error}</Notice>}
      <Field label={t('name')} required error={fieldErrors.name}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            autoComplete="name"
            maxLength={64}
            defaultValue={values.name}
            className="h-10"
          />
        )}
      </Field>
      <Field label={t('email')} help={t('emailHelp')} required error={fieldErrors.email}>
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
      <Field
        label={t('password')}
        help={t('passwordHelp', { length: shortestPassword })}
        required
        error={fieldErrors.password}
      >
        {(control) => (
          <TextInput
            {...control}
            name="password"
            type="password"
            minLength={shortestPassword}
            autoComplete="new-password"
            className="h-10"
          />
        )}
      </Field>
      <SubmitButton size="lg">{t('submit')}</SubmitButton>
    </form>
  )
}
