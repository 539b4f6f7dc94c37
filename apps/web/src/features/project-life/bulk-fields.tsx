'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '~/trpc/client.tsx'
import { Field } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { type BulkAction, isForGood } from './bulk-action.ts'

const lengths = ['0', '30', '60', '240', '1440', '10080'] as const

function PauseFields() {
  const t = useTranslations('projectLife.dialog')
  return (
    <>
      <Field label={t('length')} required>
        {(control) => (
          <Select
            {...control}
            name="minutes"
            defaultValue="60"
            options={lengths.map((value) => ({ value, label: t(`lengths.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('reason')}>
        {(control) => <TextInput {...control} name="reason" maxLength={500} autoComplete="off" />}
      </Field>
    </>
  )
}

function TagFields() {
  const t = useTranslations('projectLife.dialog')
  const { data: names = [] } = useQuery(useTRPC().project.tagNames.queryOptions())
  return (
    <Field label={t('tags')} help={names.join(' · ')} required>
      {(control) => <TextInput {...control} name="tags" maxLength={120} autoComplete="off" />}
    </Field>
  )
}

/** What an action wants to know beside its projects. */
export function BulkFields({ action }: { readonly action: BulkAction }) {
  const t = useTranslations('projectLife.dialog')
  if (action === 'pause_watching') return <PauseFields />
  if (action === 'add_tags' || action === 'remove_tags') return <TagFields />
  if (!isForGood(action)) return null
  return (
    <label className="flex items-center gap-2 text-sm">
      <input type="checkbox" required className="size-4 accent-accent-fill max-sm:size-5" />
      {t('confirm')}
    </label>
  )
}
