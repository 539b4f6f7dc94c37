'use client'

import { SaveButton } from '~/forms/save-button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { useToast } from '~/ui/toast.tsx'
import { refusalOf } from './action-form.tsx'
import { type FormAction, untouchedForm } from './form-state.ts'
import { useServerForm } from './use-server-form.ts'

interface ChoicePanelProps {
  readonly title: string
  readonly description: string
  /** What is chosen, for those who do not see it. */
  readonly label: string
  /** Under which the choice is posted. */
  readonly name: string
  readonly action: FormAction
  readonly current: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Said when it is saved. */
  readonly saved: string
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

/** A setting of the installation that is one of a few. */
export function ChoicePanel(props: ChoicePanelProps) {
  const { title, description, label, name, action, current, options, saved, refusal } = props
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(action, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: saved })
  })
  return (
    <Panel title={title} description={description}>
      <form {...formProps} className="flex flex-col gap-3">
        {state.outcome === 'refused' ? <Notice tone="error">{refusalOf(state)}</Notice> : null}
        <div className="flex max-w-sm gap-2">
          <Select
            key={current}
            name={name}
            aria-label={label}
            defaultValue={current}
            disabled={refusal !== null}
            options={options}
          />
          <SaveButton refusal={refusal} pending={pending} />
        </div>
      </form>
    </Panel>
  )
}
