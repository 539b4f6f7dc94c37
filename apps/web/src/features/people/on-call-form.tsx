'use client'

import { onCallTurns } from '@highwater/core/person'
import type { OnCallItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { faultUnder } from '~/features/subscription/fault-under.ts'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { TimeZoneInput } from '~/ui/time-zone-input.tsx'
import { saveOnCall } from './people-actions.ts'

interface OnCallFormProps {
  readonly item: OnCallItem
  readonly people: readonly { readonly value: string; readonly label: string }[]
  /** Proposed for a new rota: the viewer's day and time zone. */
  readonly today: string
  readonly timeZone: string
}

/** Who takes turns in a department, in which order, and when they hand over. */
export function OnCallForm({ item, people, today, timeZone }: OnCallFormProps) {
  const t = useTranslations('people.onCall')
  const common = useTranslations('common')
  const { state, pending, formProps } = useServerForm(saveOnCall, untouchedForm)
  const { fieldErrors } = state
  const { rota } = item
  const [count, setCount] = useState((rota?.people.length ?? 0) + 1)
  return (
    <form {...formProps} noValidate className="flex max-w-2xl flex-col gap-4">
      <input type="hidden" name="department" value={item.id} />
      {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
      <Panel title={t('form.people')} description={t('form.peopleHelp')}>
        <div className="flex flex-col gap-3">
          {Array.from({ length: count }, (_, row) => row).map((row) => (
            <Field
              key={row}
              label={t('form.person', { number: row + 1 })}
              error={fieldErrors[`rota.people[${row}]`]}
            >
              {(control) => (
                <Select
                  {...control}
                  name="people"
                  defaultValue={rota?.people[row] ?? ''}
                  options={[{ value: '', label: t('form.nobody') }, ...people]}
                />
              )}
            </Field>
          ))}
          {fieldErrors['rota.people'] === undefined ? null : (
            <Notice tone="error">{fieldErrors['rota.people']}</Notice>
          )}
          <div>
            <Button onClick={() => setCount(count + 1)}>{t('form.add')}</Button>
          </div>
        </div>
      </Panel>
      <Panel title={t('rota')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('form.turns')} required error={faultUnder(fieldErrors, 'rota.turns')}>
            {(control) => (
              <Select
                {...control}
                name="turns"
                defaultValue={rota?.turns ?? 'weekly'}
                options={onCallTurns.map((value) => ({ value, label: t(`turns.${value}`) }))}
              />
            )}
          </Field>
          <Field
            label={t('form.startsOn')}
            help={t('form.startsOnHelp')}
            required
            error={fieldErrors['rota.startsOn']}
          >
            {(control) => (
              <TextInput
                {...control}
                type="date"
                name="startsOn"
                defaultValue={rota?.startsOn ?? today}
              />
            )}
          </Field>
          <Field label={t('form.handover')} required error={fieldErrors['rota.handoverHour']}>
            {(control) => (
              <TextInput
                {...control}
                name="handoverHour"
                inputMode="numeric"
                defaultValue={rota?.handoverHour ?? 9}
              />
            )}
          </Field>
          <Field label={t('form.timeZone')} required error={fieldErrors['rota.timeZone']}>
            {(control) => (
              <TimeZoneInput
                {...control}
                name="timeZone"
                defaultValue={rota?.timeZone ?? timeZone}
              />
            )}
          </Field>
        </div>
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" aria-disabled={pending}>
          {common('save')}
        </Button>
        <span className="text-ink-faint text-xs">{t('form.saveHelp')}</span>
      </div>
    </form>
  )
}
