'use client'

import { type EscalationStep, mostSteps } from '@highwater/core/subscription'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ChoiceList } from '~/features/silence/choice-list.tsx'
import { Button } from '~/ui/button.tsx'
import { Field, FieldError } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { faultUnder } from './fault-under.ts'
import type { Option } from './named-departments.tsx'
import { PeopleFields } from './people-fields.tsx'

interface EscalationFieldsProps {
  readonly steps: readonly EscalationStep[]
  readonly channels: readonly Option[]
  readonly groups: readonly Option[]
  readonly errors: Readonly<Record<string, string>>
}

/** Who else hears of an alert that nobody acknowledges, step by step. */
export function EscalationFields({ steps, channels, groups, errors }: EscalationFieldsProps) {
  const t = useTranslations('subscriptions.form.escalation')
  const [count, setCount] = useState(steps.length)
  const addButton = useRef<HTMLButtonElement>(null)
  const remove = () => {
    setCount(count - 1)
    // The button goes with the last step.
    if (count === 1) addButton.current?.focus()
  }
  return (
    <Panel title={t('title')} description={t('help')}>
      <div className="flex flex-col gap-5">
        {errors.escalation === undefined ? null : (
          <FieldError id="escalation-fault">{errors.escalation}</FieldError>
        )}
        {Array.from({ length: count }, (_, row) => row).map((row) => (
          <StepFields
            key={row}
            row={row}
            step={steps[row]}
            isNew={row >= steps.length}
            channels={channels}
            groups={groups}
            errors={errors}
          />
        ))}
        <div className="flex flex-wrap gap-2">
          {count < mostSteps ? (
            <Button ref={addButton} onClick={() => setCount(count + 1)}>
              {t('add')}
            </Button>
          ) : null}
          {count > 0 ? <Button onClick={remove}>{t('remove')}</Button> : null}
        </div>
      </div>
    </Panel>
  )
}

interface StepFieldsProps extends Omit<EscalationFieldsProps, 'steps'> {
  readonly row: number
  readonly step: EscalationStep | undefined
  /** Just added: the button for it may be gone by now. */
  readonly isNew: boolean
}

function StepFields({ row, step, isNew, channels, groups, errors }: StepFieldsProps) {
  const t = useTranslations('subscriptions.form')
  const path = `escalation[${row}]`
  const fault =
    errors[path] ?? faultUnder(errors, `${path}.channels`) ?? faultUnder(errors, `${path}.groups`)
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-line border-t pt-3">
      <legend className="pr-2 font-semibold text-sm">
        {t('escalation.step', { number: row + 1 })}
      </legend>
      <Field label={t('escalation.after')} required error={errors[`${path}.afterMinutes`]}>
        {(control) => (
          <TextInput
            {...control}
            name={`escalation.${row}.after`}
            inputMode="numeric"
            autoFocus={isNew}
            defaultValue={step?.afterMinutes ?? ''}
          />
        )}
      </Field>
      {channels.length === 0 ? (
        <p className="text-ink-muted text-sm">{t('noChannels')}</p>
      ) : (
        <ChoiceList
          name={`escalation.${row}.channels`}
          label={t('channels')}
          options={channels}
          defaultValue={step?.channels ?? []}
        />
      )}
      {groups.length === 0 ? null : (
        <ChoiceList
          name={`escalation.${row}.groups`}
          label={t('groups')}
          options={groups}
          defaultValue={step?.groups ?? []}
        />
      )}
      <PeopleFields name={`escalation.${row}.people`} chosen={step?.people ?? []} />
      {fault === undefined ? null : <FieldError id={`escalation-${row}-fault`}>{fault}</FieldError>}
    </fieldset>
  )
}
