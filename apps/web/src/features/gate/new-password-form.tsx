'use client'

import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { type GateAction, untouched } from './gate-form-state.ts'
import { useGateForm } from './use-gate-form.ts'

interface NewPasswordFormProps {
  readonly action: GateAction
  readonly shortestPassword: number
  /** Posted with the password, by name. */
  readonly values: Readonly<Record<string, string>>
  /** Under which password managers keep it; left out where nobody may learn whose it is. */
  readonly email?: string
}

const fields = [
  ['newPassword', 'label'],
  ['repeated', 'repeat'],
] as const

/** Asks for a new password, twice. */
export function NewPasswordForm({ action, shortestPassword, values, email }: NewPasswordFormProps) {
  const t = useTranslations('signIn')
  const { state, formProps } = useGateForm(action, untouched)
  const { error, fieldErrors } = state
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {error === null ? null : <Notice tone="error">{error}</Notice>}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {email === undefined ? null : (
        <input type="hidden" name="username" autoComplete="username" value={email} />
      )}
      {fields.map(([name, text]) => (
        <Field
          key={name}
          label={t(`newPassword.${text}`)}
          help={
            name === 'newPassword'
              ? t('setUp.passwordHelp', { length: shortestPassword })
              : undefined
          }
          required
          error={fieldErrors[name]}
        >
          {(control) => (
            <TextInput
              {...control}
              name={name}
              type="password"
              minLength={shortestPassword}
              autoComplete="new-password"
              className="h-10"
            />
          )}
        </Field>
      ))}
      <SubmitButton size="lg">{t('newPassword.submit')}</SubmitButton>
    </form>
  )
}
