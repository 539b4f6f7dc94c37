'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button.tsx'
import type { FieldControl } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { TextInput } from './text-input.tsx'
import { useRows } from './use-rows.ts'

export interface KeyValueRow {
  readonly key: string
  readonly value: string
}

interface KeyValueInputProps {
  /** Rows post as repeated `name.key` and `name.value`, in order. */
  readonly name: string
  readonly keyLabel: string
  readonly valueLabel: string
  readonly defaultRows?: readonly KeyValueRow[]
  readonly control?: FieldControl
}

/** Pairs such as HTTP headers. */
export function KeyValueInput(props: KeyValueInputProps) {
  const { name, keyLabel, valueLabel, defaultRows = [], control } = props
  const t = useTranslations('common.form')
  const { rows, add, remove, list } = useRows<KeyValueRow>(defaultRows, { key: '', value: '' })
  const { required: _, id, ...described } = control ?? {}
  return (
    <div ref={list} className="flex flex-col items-start gap-1.5">
      {rows.map(({ key, value }, index) => (
        <div key={key} className="flex w-full gap-1">
          <TextInput
            {...described}
            {...(index === 0 && id !== undefined ? { id } : {})}
            name={`${name}.key`}
            defaultValue={value.key}
            placeholder={keyLabel}
            aria-label={`${keyLabel} ${index + 1}`}
            className="w-2/5 shrink-0 font-mono text-sm"
          />
          <TextInput
            {...described}
            name={`${name}.value`}
            defaultValue={value.value}
            placeholder={valueLabel}
            aria-label={`${valueLabel} ${index + 1}`}
            className="font-mono text-sm"
          />
          <IconButton
            label={t('removeEntry', { entry: keyLabel, number: index + 1 })}
            onClick={() => remove(key)}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        tone="ghost"
        aria-label={t('addEntryTo', { entry: keyLabel })}
        onClick={add}
      >
        <Plus aria-hidden />
        {t('addEntry')}
      </Button>
    </div>
  )
}
