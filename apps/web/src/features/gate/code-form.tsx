'use client'

import { useTranslations } from 'next-intl'
import { CodeField } from '~/features/second-factor/code-field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { type GateAction, untouched } from './gate-form-state.ts'
import { useGateForm } from './use-gate-form.ts'

interface StepFormProps {
  readonly action: GateAction
  /** The page that was asked for before signing in; posted as `next`. */
  readonly next: string
}

/** Asks for the second factor. */
export function CodeForm({ action, next }: StepFormProps) {
  const t = useTranslations('signIn.code')
  const { state, formProps } = useGateForm(action, untouched)
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
      <input type="hidden" name="next" value={next} />
      <CodeField label={t('label')} help={t('help')} />
      <SubmitButton size="lg">{t('submit')}</SubmitButton>
      <TextLink href="/sign-in" className="text-sm">
        {t('again')}
      </TextLink>
    </form>
  )
}
