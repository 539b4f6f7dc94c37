import type { FieldSpec } from '@highwater/channels/catalog'
import { useLocale, useTranslations } from 'next-intl'
import { Field, type FieldControl } from '~/ui/field.tsx'
import { KeyValueInput } from '~/ui/key-value-input.tsx'
import { ListInput } from '~/ui/list-input.tsx'
import { NumberInput } from '~/ui/number-input.tsx'
import { Select } from '~/ui/select.tsx'
import { Switch } from '~/ui/switch.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { Textarea } from '~/ui/textarea.tsx'
import { storedPairs, storedText, storedTexts, storedValue } from './stored-value.ts'
import { TemplateVariables } from './template-variables.tsx'

export interface SpecFieldProps {
  readonly field: FieldSpec
  /** `{ config }` as it is stored; secrets are never among it. */
  readonly stored: unknown
  readonly error: string | undefined
}

/** One field of a form that is drawn from a table of fields. Its name is its path. */
export function SpecField({ field, stored, error }: SpecFieldProps) {
  const locale = useLocale()
  const label = field.label[locale]
  const help = field.help[locale]
  if (field.input === 'switch') {
    return (
      <Switch
        name={field.path}
        label={label}
        description={help}
        defaultChecked={storedValue(stored, field.path) === true}
      />
    )
  }
  const drawn = (
    <Field label={label} help={help} error={error} required={field.required}>
      {(control) => <SpecControl field={field} stored={stored} label={label} control={control} />}
    </Field>
  )
  if (field.takesVariables !== true) return drawn
  return (
    <div className="flex flex-col gap-1">
      {drawn}
      <TemplateVariables />
    </div>
  )
}

interface SpecControlProps extends Pick<SpecFieldProps, 'field' | 'stored'> {
  readonly label: string
  readonly control: FieldControl
}

function SpecControl({ field, stored, label, control }: SpecControlProps) {
  const locale = useLocale()
  const t = useTranslations('common.form')
  const { path, input, options = [] } = field
  const text = storedText(stored, path)
  switch (input) {
    case 'text':
      return <TextInput {...control} name={path} defaultValue={text} autoComplete="off" />
    case 'url':
      return (
        <TextInput
          {...control}
          name={path}
          defaultValue={text}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
      )
    case 'password':
      return <TextInput {...control} name={path} type="password" autoComplete="new-password" />
    case 'number':
      return <NumberInput {...control} name={path} defaultValue={text} />
    case 'textarea':
      return <Textarea {...control} name={path} mono defaultValue={text} spellCheck={false} />
    case 'select':
      return (
        <Select
          {...control}
          name={path}
          defaultValue={text === '' ? options[0]?.value : text}
          options={options.map((option) => ({ value: option.value, label: option.label[locale] }))}
        />
      )
    case 'list':
      return (
        <ListInput
          control={control}
          name={path}
          entryLabel={label}
          defaultValues={storedTexts(stored, path)}
        />
      )
    case 'keyvalue':
      return (
        <KeyValueInput
          control={control}
          name={path}
          keyLabel={t('entryName')}
          valueLabel={t('entryValue')}
          defaultRows={storedPairs(stored, path)}
        />
      )
    // Drawn as a choice by whoever knows the clusters.
    case 'cluster':
    case 'switch':
      return null
  }
}
