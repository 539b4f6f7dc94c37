'use client'

import type { FieldSpec } from '@highwater/channels/catalog'
import { useState } from 'react'
import { SecretField, type SecretStanding } from './secret-field.tsx'
import { isShown } from './settings-from-form.ts'
import { SpecField } from './spec-field.tsx'
import { storedText } from './stored-value.ts'

interface FieldsFromSpecProps {
  readonly fields: readonly FieldSpec[]
  readonly config: Readonly<Record<string, unknown>>
  /** Which secrets are stored already, by their name; those left out are not. */
  readonly secrets: Readonly<Record<string, SecretStanding>>
  /** Faults by path. */
  readonly errors: Readonly<Record<string, string>>
}

const isSecret = (field: FieldSpec): boolean => field.path.startsWith('secrets.')

/** The fault at a field or inside it: `config.to[1]` belongs to `config.to`. */
const errorOf = (errors: Readonly<Record<string, string>>, path: string): string | undefined =>
  Object.entries(errors).find(
    ([at]) => at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`),
  )?.[1]

/** Draws any form from a table of fields; the fields that decide over others are watched. */
export function FieldsFromSpec({ fields, config, secrets, errors }: FieldsFromSpecProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const stored = { config }
  const firstOption = (path: string) =>
    fields.find((field) => field.path === path)?.options?.[0]?.value ?? ''
  const valueAt = (path: string) =>
    chosen[path] ?? (storedText(stored, path) === '' ? firstOption(path) : storedText(stored, path))
  return (
    <div
      className="flex flex-col gap-4"
      onChange={(event) => {
        const { target } = event
        if (!(target instanceof HTMLSelectElement)) return
        setChosen((before) => ({ ...before, [target.name]: target.value }))
      }}
    >
      {fields
        .filter((field) => isShown(field, valueAt))
        .map((field) =>
          isSecret(field) ? (
            <SecretField
              key={field.path}
              field={field}
              standing={secrets[field.path.split('.')[1] ?? ''] ?? 'unset'}
              error={errorOf(errors, field.path)}
            />
          ) : (
            <SpecField
              key={field.path}
              field={field}
              stored={stored}
              error={errorOf(errors, field.path)}
            />
          ),
        )}
    </div>
  )
}
