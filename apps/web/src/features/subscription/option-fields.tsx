import { messageLocales } from '@highwater/core'
import { mentionStrategies } from '@highwater/core/person'
import { limitPeriods } from '@highwater/core/subscription'
import type { SubscriptionItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { PlaceField } from '~/forms/place-field.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { Switch } from '~/ui/switch.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import type { Option } from './named-departments.tsx'

interface OptionFieldsProps {
  readonly subscription: SubscriptionItem | null
  readonly places: readonly Option[]
  readonly errors: Readonly<Record<string, string>>
}

/** Name, language, limit and switches of a subscription. */
export function OptionFields({ subscription, places, errors }: OptionFieldsProps) {
  const t = useTranslations('subscriptions.form')
  const language = useTranslations('subscriptions.test.language')
  return (
    <Panel>
      <div className="flex flex-col gap-4">
        <Field label={t('name')} required error={errors.name}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              maxLength={100}
              autoComplete="off"
              defaultValue={subscription?.name ?? ''}
            />
          )}
        </Field>
        <PlaceField
          label={t('department')}
          places={places}
          isFixed={subscription !== null}
          error={errors.department}
        />
        <Field label={t('locale')} required error={errors.locale}>
          {(control) => (
            <Select
              {...control}
              name="locale"
              defaultValue={subscription?.locale ?? ''}
              options={[
                { value: '', label: t('localeDefault') },
                ...messageLocales.map((value) => ({ value, label: language(value) })),
              ]}
            />
          )}
        </Field>
        <Field label={t('mention')} help={t('mentionHelp')} required error={errors.mention}>
          {(control) => (
            <Select
              {...control}
              name="mention"
              defaultValue={subscription?.mention ?? 'none'}
              options={mentionStrategies.map((value) => ({ value, label: t(`mentions.${value}`) }))}
            />
          )}
        </Field>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Field
            label={t('limitMessages')}
            help={t('limitHelp')}
            error={errors['limit.messages'] ?? errors.limit}
          >
            {(control) => (
              <TextInput
                {...control}
                name="limitMessages"
                inputMode="numeric"
                defaultValue={subscription?.limit?.messages ?? ''}
              />
            )}
          </Field>
          <Field label={t('limitPer')} required>
            {(control) => (
              <Select
                {...control}
                name="limitPer"
                defaultValue={subscription?.limit?.per ?? 'hour'}
                options={limitPeriods.map((value) => ({ value, label: t(value) }))}
              />
            )}
          </Field>
        </div>
        <Switch
          name="recoveryNotices"
          value="yes"
          label={t('recovery')}
          description={t('recoveryHelp')}
          defaultChecked={subscription?.recoveryNotices ?? true}
        />
        <Switch
          name="enabled"
          value="yes"
          label={t('enabled')}
          defaultChecked={subscription?.enabled ?? true}
        />
      </div>
    </Panel>
  )
}
