'use client'

import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { TextInput } from '~/ui/text-input.tsx'

/** Asks for the address to which a link goes. */
export function ForgotForm({ action }: { readonly action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('signIn')
  return (
    <form action={action} className="flex flex-col gap-4">
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
