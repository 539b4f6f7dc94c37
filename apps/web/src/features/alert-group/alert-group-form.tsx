'use client'

import type { AlertGroupItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ChoiceList } from '~/features/silence/choice-list.tsx'
import { faultUnder } from '~/features/subscription/fault-under.ts'
import { untouchedForm } from '~/forms/form-state.ts'
import { PlaceField } from '~/forms/place-field.tsx'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field, FieldError } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { saveAlertGroup } from './alert-group-actions.ts'

interface Option {
  readonly value: string
  readonly label: string
}

interface AlertGroupFormProps {
  /** The stored group; null for a new one. */
  readonly group: AlertGroupItem | null
  readonly places: readonly Option[]
  readonly channels: readonly Option[]
}

/** A named set of channels. */
export function AlertGroupForm({ group, places, channels }: AlertGroupFormProps) {
  const t = useTranslations('subscriptions.groups')
  const common = useTranslations('common')
  const { state, pending, formProps } = useServerForm(saveAlertGroup, untouchedForm)
  const { fieldErrors } = state
  const fault = faultUnder(fieldErrors, 'channels')
  return (
    <form {...formProps} noValidate className="flex max-w-2xl flex-col gap-4">
      <input type="hidden" name="group" value={group?.id ?? ''} />
      <input type="hidden" name="version" value={group?.version ?? ''} />
      <RefusalNotice state={state} />
      <Panel>
        <div className="flex flex-col gap-4">
          <Field label={t('name')} required error={fieldErrors.name}>
            {(control) => (
              <TextInput
                {...control}
                name="name"
                maxLength={100}
                autoComplete="off"
                defaultValue={group?.name ?? ''}
              />
            )}
          </Field>
          <PlaceField
            label={t('department')}
            places={places}
            isFixed={group !== null}
            error={fieldErrors.department}
          />
          <ChoiceList
            name="channels"
            label={t('channels')}
            help={t('channelsHelp')}
            options={channels}
            defaultValue={group?.channels.map(({ id }) => id) ?? []}
          />
          {fault === undefined ? null : <FieldError id="channels-fault">{fault}</FieldError>}
          <Field label={t('remark')} error={fieldErrors.remark}>
            {(control) => (
              <TextInput {...control} name="remark" defaultValue={group?.remark ?? ''} />
            )}
          </Field>
        </div>
      </Panel>
      <div>
        <Button type="submit" tone="primary" aria-disabled={pending}>
          {group === null ? t('create') : common('save')}
        </Button>
      </div>
    </form>
  )
}
