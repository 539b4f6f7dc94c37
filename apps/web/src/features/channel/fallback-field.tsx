import type { ChannelId } from '@highwater/core'
import type { ChannelItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'

interface FallbackFieldProps {
  /** The channels that may be chosen. */
  readonly others: readonly Pick<ChannelItem, 'id' | 'name'>[]
  readonly value: ChannelId | null
  readonly error: string | undefined
}

/** Through which channel it is told that this one is down. */
export function FallbackField({ others, value, error }: FallbackFieldProps) {
  const t = useTranslations('channels.fallback')
  return (
    <Field label={t('label')} help={t('help')} error={error}>
      {(control) => (
        <Select
          {...control}
          name="fallbackChannel"
          defaultValue={value ?? ''}
          options={[
            { value: '', label: t('none') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </Field>
  )
}
