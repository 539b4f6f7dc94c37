'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CodeField } from '~/features/second-factor/code-field.tsx'
import { RecoveryCodes } from '~/features/second-factor/recovery-codes.tsx'
import { Notice } from '~/ui/notice.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import {
  type GateAction,
  type SetUpFormState,
  untouched,
  untouchedSetUp,
} from './gate-form-state.ts'
import { useGateForm } from './use-gate-form.ts'

interface SetUpFactorFormProps {
  readonly confirm: (before: SetUpFormState, form: FormData) => Promise<SetUpFormState>
  readonly leave: GateAction
  readonly next: string
  /** The secret for the app; null once the second factor is in force. */
  readonly secret: ReactNode
}

/** Sets a second factor up before the person is in: secret, first code, recovery codes, onward. */
export function SetUpFactorForm({ confirm, leave, next, secret }: SetUpFactorFormProps) {
  const t = useTranslations('signIn')
  const { state, formProps } = useGateForm(confirm, untouchedSetUp)
  if (secret === null || state.recoveryCodes.length > 0) {
    return <LeaveForm leave={leave} next={next} codes={state.recoveryCodes} />
  }
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
      {secret}
      <CodeField
        label={t('code.label')}
        help={t('factor.firstCode')}
        error={state.fieldErrors.code}
      />
      <SubmitButton size="lg">{t('setUpFactor.submit')}</SubmitButton>
    </form>
  )
}

interface LeaveFormProps extends Pick<SetUpFactorFormProps, 'leave' | 'next'> {
  readonly codes: readonly string[]
}

function LeaveForm({ leave, next, codes }: LeaveFormProps) {
  const t = useTranslations('signIn')
  const { state, formProps } = useGateForm(leave, untouched)
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
      <input type="hidden" name="next" value={next} />
      {codes.length === 0 ? null : <RecoveryCodes codes={codes} />}
      <SubmitButton size="lg">{t('setUpFactor.onward')}</SubmitButton>
    </form>
  )
}
