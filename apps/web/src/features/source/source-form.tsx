'use client'

import type { SourceItem } from '@highwater/db/queries'
import { secretNames, sourceKindOf } from '@highwater/sources/catalog'
import { useLocale, useTranslations } from 'next-intl'
import { FieldsFromSpec } from '~/forms/fields-from-spec.tsx'
import { PlaceField } from '~/forms/place-field.tsx'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { DurationInput } from '~/ui/duration-input.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { saveSource } from './source-actions.ts'
import { untouchedSource } from './source-form-state.ts'

interface SourceFormProps {
  readonly kind: string
  /** The stored source; null for a new one. */
  readonly source: SourceItem | null
  readonly departments: readonly { readonly value: string; readonly label: string }[]
}

const usualIntervalSeconds = 10

/** A stored source does not tell which of its secrets are set: all of them may be kept. */
const keptSecrets = (kind: string) =>
  Object.fromEntries(secretNames(kind).map((name) => [name, 'unknown' as const]))

/** The settings of one source, drawn from its kind's table of fields. */
export function SourceForm({ kind, source, departments }: SourceFormProps) {
  const t = useTranslations('system.source')
  const common = useTranslations('common')
  const locale = useLocale()
  const { fields, idle } = sourceKindOf(kind)
  const { state, pending, formProps } = useServerForm(saveSource, untouchedSource)
  const { fieldErrors } = state
  const draft = state.posted ?? source ?? { name: '', config: {} }
  return (
    <form {...formProps} noValidate className="flex max-w-2xl flex-col gap-4">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="source" value={source?.id ?? ''} />
      <input type="hidden" name="version" value={source?.version ?? ''} />
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
                defaultValue={draft.name}
              />
            )}
          </Field>
          <PlaceField
            label={t('department')}
            places={departments}
            isFixed={source !== null}
            error={fieldErrors.department}
          />
          <FieldsFromSpec
            fields={fields}
            config={draft.config}
            secrets={source === null ? {} : keptSecrets(kind)}
            errors={fieldErrors}
          />
          <Field
            label={t('interval')}
            help={t('intervalHelp')}
            required
            error={fieldErrors.intervalSeconds}
          >
            {(control) => (
              <DurationInput
                {...control}
                name="intervalSeconds"
                defaultSeconds={source?.intervalSeconds ?? usualIntervalSeconds}
              />
            )}
          </Field>
          <p className="text-ink-muted text-sm">{idle[locale]}</p>
        </div>
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" aria-disabled={pending}>
          {source === null ? t('submitNew') : common('save')}
        </Button>
        <p className="text-ink-faint text-xs">{t('readsAtOnce')}</p>
      </div>
    </form>
  )
}
