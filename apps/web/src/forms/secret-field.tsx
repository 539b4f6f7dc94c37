import type { FieldSpec } from '@highwater/channels/catalog'
import { KeyRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '~/ui/checkbox.tsx'
import { Field } from '~/ui/field.tsx'
import { KeyValueInput } from '~/ui/key-value-input.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { removalName } from './settings-from-form.ts'

/** `unknown`: something is stored, and nobody but the worker can tell whether this is among it. */
export type SecretStanding = 'set' | 'unset' | 'unknown'

interface SecretFieldProps {
  readonly field: FieldSpec
  readonly standing: SecretStanding
  readonly error: string | undefined
}

/** A secret: it can be given, replaced or removed, and is never shown again. */
export function SecretField({ field, standing, error }: SecretFieldProps) {
  const t = useTranslations('common.form')
  const locale = useLocale()
  const [removed, setRemoved] = useState(false)
  const mayBeSet = standing !== 'unset'
  const { path, required } = field
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Field
        label={
          <span className="flex items-center gap-1.5">
            {field.label[locale]}
            {standing === 'set' && !removed ? (
              <span className="inline-flex items-center gap-1 font-normal text-quiet text-xs">
                <KeyRound aria-hidden className="size-3" />
                {t('secretSet')}
              </span>
            ) : null}
          </span>
        }
        help={field.help[locale]}
        error={error}
        required={required}
      >
        {({ required: _, ...control }) =>
          field.input === 'keyvalue' ? (
            <KeyValueInput
              control={control}
              name={path}
              keyLabel={t('entryName')}
              valueLabel={t('entryValue')}
            />
          ) : (
            <TextInput
              {...control}
              name={path}
              type="password"
              autoComplete="new-password"
              spellCheck={false}
              required={required && !mayBeSet}
              disabled={removed}
              placeholder={mayBeSet ? t('secretKept') : undefined}
            />
          )
        }
      </Field>
      {mayBeSet && !required ? (
        <Checkbox
          name={removalName(path)}
          label={t('secretRemove', { name: field.label[locale] })}
          onChange={(event) => setRemoved(event.target.checked)}
        />
      ) : null}
    </div>
  )
}
