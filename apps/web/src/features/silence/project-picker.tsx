'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { IconButton } from '~/ui/icon-button.tsx'
import { TextInput } from '~/ui/text-input.tsx'

export interface PickedProject {
  readonly id: string
  readonly name: string
}

interface ProjectPickerProps {
  /** The picked ids post as repeated values of this name. */
  readonly name: string
  readonly label: string
  readonly defaultValue: readonly PickedProject[]
  readonly error?: string | undefined
  /** Told after each change, when the form holds the new choice. */
  readonly onChange: () => void
}

const shown = 6

/** Some of many projects, found by name. */
export function ProjectPicker(props: ProjectPickerProps) {
  const { name, label, defaultValue, error, onChange } = props
  const t = useTranslations('silences.form')
  const trpc = useTRPC()
  const [picked, setPicked] = useState(defaultValue)
  const [text, setText] = useState('')
  const q = text.trim()
  const { data } = useQuery(
    trpc.project.list.queryOptions(
      { q, limit: shown },
      { enabled: q !== '', placeholderData: keepPreviousData },
    ),
  )
  const found = q === '' ? [] : (data?.items ?? [])
  const change = (projects: readonly PickedProject[]) => {
    setPicked(projects)
    // The hidden fields stand in the form with the next frame.
    setTimeout(onChange)
  }
  const add = ({ id, name: projectName }: PickedProject) => {
    setText('')
    if (!picked.some((project) => project.id === id)) change([...picked, { id, name: projectName }])
  }
  return (
    <Field label={label} error={error}>
      {(control) => (
        <div className="flex flex-col gap-1.5">
          {picked.map((project) => (
            <span key={project.id} className="flex items-center gap-1 text-sm">
              <input type="hidden" name={name} value={project.id} />
              <span className="min-w-0 truncate font-medium">{project.name}</span>
              <IconButton
                label={t('remove', { name: project.name })}
                onClick={() => change(picked.filter(({ id }) => id !== project.id))}
              >
                <X aria-hidden />
              </IconButton>
            </span>
          ))}
          <TextInput
            {...control}
            type="search"
            autoComplete="off"
            placeholder={t('findProject')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              const [first] = found
              if (event.key !== 'Enter' || q === '') return
              event.preventDefault()
              if (first) add(first)
            }}
          />
          {q === '' ? null : (
            <span aria-live="polite" className="flex flex-wrap gap-1.5">
              {data !== undefined && found.length === 0 ? (
                <span className="text-ink-faint text-sm">{t('noProject')}</span>
              ) : (
                found.map((project) => (
                  <Button key={project.id} size="sm" onClick={() => add(project)}>
                    {project.name}
                  </Button>
                ))
              )}
            </span>
          )}
        </div>
      )}
    </Field>
  )
}
