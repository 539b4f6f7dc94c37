'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { changePassword } from './account-actions.ts'

interface PasswordFormProps {
  readonly email: string
  readonly shortestPassword: number
}

const fields = [
  ['currentPassword', 'current', 'current-password'],
  ['newPassword', 'next', 'new-password'],
  ['repeated', 'repeat', 'new-password'],
] as const

export function PasswordForm({ email, shortestPassword }: PasswordFormProps) {
  const t = useTranslations('account.password')
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const { state, pending, formProps } = useServerForm(changePassword, untouchedForm, (answer) => {
    if (answer.outcome !== 'done') return
    form.current?.reset()
    toast({ title: t('changed') })
  })
  return (
    <Panel title={t('title')}>
      <form ref={form} {...formProps} className="flex max-w-sm flex-col gap-4">
        {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
        {/* Password managers store the new password under this name. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {fields.map(([name, text, autoComplete]) => (
          <Field
            key={name}
            label={t(text)}
            required
            error={state.fieldErrors[name]}
            help={name === 'newPassword' ? t('help', { length: shortestPassword }) : undefined}
          >
            {(control) => (
              <TextInput
                {...control}
                name={name}
                type="password"
                autoComplete={autoComplete}
                minLength={name === 'newPassword' ? shortestPassword : undefined}
              />
            )}
          </Field>
        ))}
        <div>
          <Button type="submit" tone="primary" aria-disabled={pending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
