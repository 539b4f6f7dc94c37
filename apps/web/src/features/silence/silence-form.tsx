'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { untouchedForm } from '~/forms/form-state.ts'
import { PlaceField } from '~/forms/place-field.tsx'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { Textarea } from '~/ui/textarea.tsx'
import { OnceFields } from './once-fields.tsx'
import { RecurringFields } from './recurring-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { saveSilence } from './silence-actions.ts'
import { SilencePreviewPanel } from './silence-preview.tsx'
import type { SilenceValues } from './silence-values.ts'

interface Option {
  readonly value: string
  readonly label: string
}

interface SilenceFormProps {
  readonly values: SilenceValues
  /** For whom it may be made; the first one is proposed. */
  readonly places: readonly Option[]
  /** Departments that a silence of the whole installation can name. */
  readonly departments: readonly Option[]
  /** Of a stored silence; left out for a new one, whose form asks for it. */
  readonly department?: string | null
}

const typingPauseMs = 300

/** A silence or a maintenance window, with what it would hide beside it as it is typed. */
export function SilenceForm({ values, places, departments, department }: SilenceFormProps) {
  const t = useTranslations('silences.form')
  const common = useTranslations('common')
  const { state, pending, formProps } = useServerForm(saveSilence, untouchedForm)
  const { fieldErrors } = state
  const form = useRef<HTMLFormElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [draft, setDraft] = useState<FormData | null>(null)
  const read = () => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      if (form.current) setDraft(new FormData(form.current))
    }, typingPauseMs)
  }
  useEffect(() => {
    if (form.current) setDraft(new FormData(form.current))
    return () => clearTimeout(waiting.current)
  }, [])
  const isNew = department === undefined
  const isWindow = values.kind === 'maintenance'
  return (
    <form
      {...formProps}
      ref={form}
      noValidate
      onChange={read}
      className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <input type="hidden" name="kind" value={values.kind} />
        <input type="hidden" name="silence" value={values.id} />
        <input type="hidden" name="version" value={values.version ?? ''} />
        <RefusalNotice state={state} />
        <Panel>
          <div className="flex flex-col gap-4">
            <Field label={t('name')} help={t('nameHelp')} required error={fieldErrors.name}>
              {(control) => (
                <TextInput
                  {...control}
                  name="name"
                  maxLength={100}
                  autoComplete="off"
                  defaultValue={values.name}
                />
              )}
            </Field>
            <Field label={t('remark')} error={fieldErrors.remark}>
              {(control) => (
                <Textarea {...control} name="remark" rows={2} defaultValue={values.remark} />
              )}
            </Field>
            <PlaceField
              label={t('department')}
              places={places}
              isFixed={!isNew}
              error={fieldErrors.department}
            />
          </div>
        </Panel>
        <ScopeFields
          values={values}
          departments={departments}
          errors={fieldErrors}
          onChange={read}
        />
        {isWindow ? (
          <RecurringFields values={values} errors={fieldErrors} />
        ) : (
          <OnceFields values={values} errors={fieldErrors} onChange={read} />
        )}
        <div>
          <Button type="submit" tone="primary" aria-disabled={pending}>
            {isNew ? t(isWindow ? 'saveNewWindow' : 'saveNew') : common('save')}
          </Button>
        </div>
      </div>
      <div className="lg:sticky lg:top-4">
        <SilencePreviewPanel form={draft} department={department} />
      </div>
    </form>
  )
}
