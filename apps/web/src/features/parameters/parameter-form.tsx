'use client'

import type { ParameterItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { classNames } from '~/ui/class-names.ts'
import { FieldError } from '~/ui/field.tsx'
import { NumberInput } from '~/ui/number-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { saveParameter } from './parameter-actions.ts'
import { useParameterWords } from './parameter-words.ts'

interface ParameterFormProps {
  readonly item: ParameterItem
  readonly version: number
}

/** The value in its box; the button comes forward once there is something to save. */
export function ParameterForm({ item, version }: ParameterFormProps) {
  const t = useTranslations('parameters')
  const toast = useToast()
  const id = useId()
  const words = useParameterWords(item)
  const [stored, setStored] = useState(item.value)
  const [typed, setTyped] = useState(String(item.value))
  // Saved or reset, by whomever: the box shows what is in force.
  if (stored !== item.value) {
    setStored(item.value)
    setTyped(String(item.value))
  }
  const { state, pending, formProps } = useServerForm(saveParameter, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('saved', { name: words.name }) })
  })
  const isEdited = typed.trim() !== String(item.value)
  const fault = state.fieldErrors[item.key] ?? state.error ?? undefined
  return (
    <form {...formProps} noValidate className="group/edit flex flex-col gap-1">
      <input type="hidden" name="key" value={item.key} />
      <input type="hidden" name="version" value={version} />
      <div className="flex flex-wrap gap-2">
        <div className="w-32">
          <NumberInput
            name="value"
            aria-label={words.name}
            aria-describedby={fault === undefined ? `${id}-range` : `${id}-fault ${id}-range`}
            {...(fault === undefined ? {} : { 'aria-invalid': true })}
            {...(item.unit === 'ratio' ? { inputMode: 'decimal', pattern: undefined } : {})}
            {...(words.unitName === null ? {} : { unit: words.unitName })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          tone={isEdited ? 'primary' : 'ghost'}
          aria-label={t('saveOf', { name: words.name })}
          aria-disabled={pending}
          className={classNames(
            !isEdited &&
              'opacity-0 focus-visible:opacity-100 group-focus-within/edit:opacity-100 max-sm:hidden',
          )}
        >
          {t('save')}
        </Button>
      </div>
      {fault === undefined ? null : <FieldError id={`${id}-fault`}>{fault}</FieldError>}
      <p id={`${id}-range`} className="text-ink-faint text-xs">
        {words.range}
      </p>
    </form>
  )
}
