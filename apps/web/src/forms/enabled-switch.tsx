import { useTranslations } from 'next-intl'
import { SwitchButton } from '~/ui/switch-button.tsx'
import { ActionForm } from './action-form.tsx'
import type { FormAction } from './form-state.ts'

interface EnabledSwitchProps {
  readonly action: FormAction
  /** Names what is switched: posted beside `enabled`. */
  readonly values: Readonly<Record<string, string>>
  readonly isOn: boolean
  readonly label: string
  readonly done: string
  /** Why the reader may not switch it; null when they may. */
  readonly refusal: string | null
}

/** Switches one row of a list on and off, at once. */
export function EnabledSwitch(props: EnabledSwitchProps) {
  const { action, values, isOn, label, done, refusal } = props
  const t = useTranslations('common.permission')
  return (
    <ActionForm action={action} values={{ ...values, enabled: String(!isOn) }} done={done}>
      <SwitchButton
        isOn={isOn}
        label={refusal === null ? label : t('refused', { reason: refusal })}
        disabled={refusal !== null}
      />
    </ActionForm>
  )
}
