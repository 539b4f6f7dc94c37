'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button.tsx'
import type { FieldControl } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { TextInput } from './text-input.tsx'
import { useRows } from './use-rows.ts'

interface ListInputProps {
  /** The entries post as repeated values of this name; empty ones are for the server to drop. */
  readonly name: string
  /** What one entry is, such as "Mobile number": the accessible name of each box. */
  readonly entryLabel: string
  readonly defaultValues?: readonly string[]
  readonly placeholder?: string
  readonly control?: FieldControl
}

/** A list of short texts, one box each. */
export function ListInput(props: ListInputProps) {
  const { name, entryLabel, defaultValues = [], placeholder, control } = props
  const t = useTranslations('common.form')
  const { rows, add, remove, list } = useRows(defaultValues, '')
  const { required: _, id, ...described } = control ?? {}
  return (
    <div ref={list} className="flex flex-col items-start gap-1.5">
      {rows.map(({ key, value }, index) => (
        <div key={key} className="flex w-full gap-1">
          <TextInput
            {...described}
            {...(index === 0 && id !== undefined ? { id } : {})}
            name={name}
            defaultValue={value}
            placeholder={placeholder}
            aria-label={`${entryLabel} ${index + 1}`}
            autoFocus={index > 0 && value === ''}
          />
          <IconButton
            label={t('removeEntry', { entry: entryLabel, number: index + 1 })}
            onClick={() => remove(key)}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        tone="ghost"
        aria-label={t('addEntryTo', { entry: entryLabel })}
        onClick={add}
      >
        <Plus aria-hidden />
        {t('addEntry')}
      </Button>
    </div>
  )
}
