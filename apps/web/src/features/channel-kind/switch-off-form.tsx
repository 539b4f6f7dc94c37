'use client'

import { channelKinds } from '@highwater/channels/catalog'
import { useLocale, useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { switchKindOff } from './kind-actions.ts'

interface SwitchOffFormProps {
  /** For whom the reader may switch; an empty value is everybody. */
  readonly places: readonly { readonly value: string; readonly label: string }[]
}

/** Switches a kind of channel off, with the reason that others are told. */
export function SwitchOffForm({ places }: SwitchOffFormProps) {
  const t = useTranslations('channelKinds')
  const locale = useLocale()
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(switchKindOff, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('isOff') })
  })
  const { fieldErrors } = state
  return (
    <form {...formProps} noValidate className="max-w-2xl">
      <Panel title={t('switchOff')} description={t('explanation')}>
        <div className="flex flex-col gap-4">
          <RefusalNotice state={state} />
          <Field label={t('kind')} required error={fieldErrors.kind}>
            {(control) => (
              <Select
                {...control}
                name="kind"
                options={channelKinds.map(({ kind, label }) => ({
                  value: kind,
                  label: label[locale],
                }))}
              />
            )}
          </Field>
          <Field label={t('place')} required error={fieldErrors.department}>
            {(control) => <Select {...control} name="department" options={places} />}
          </Field>
          <Field label={t('note')} help={t('noteHelp')} error={fieldErrors.note}>
            {(control) => <TextInput {...control} name="note" maxLength={200} autoComplete="off" />}
          </Field>
          <div>
            <Button type="submit" tone="danger" aria-disabled={pending}>
              {t('switchOff')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  )
}
