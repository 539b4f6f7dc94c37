'use client'

import { alertEvents } from '@highwater/core/alert'
import { guardedLevels } from '@highwater/core/policy'
import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { ChoiceList } from './choice-list.tsx'
import { ProjectPicker } from './project-picker.tsx'
import type { SilenceValues } from './silence-values.ts'

interface ScopeFieldsProps {
  readonly values: SilenceValues
  /** Offered only where the silence serves the whole installation. */
  readonly departments: readonly { readonly value: string; readonly label: string }[]
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: () => void
}

/** What is silenced: projects, tags, events, levels, departments. */
export function ScopeFields({ values, departments, errors, onChange }: ScopeFieldsProps) {
  const t = useTranslations('silences.form')
  const common = useTranslations('common')
  const errorOf = (name: string) =>
    Object.entries(errors).find(([path]) => path.split(/[.[]/)[0] === name)?.[1]
  return (
    <Panel title={t('what')} description={t('whatHelp')}>
      <div className="flex flex-col gap-4">
        <ProjectPicker
          name="projects"
          label={t('projects')}
          defaultValue={values.projects}
          error={errorOf('projects')}
          onChange={onChange}
        />
        <Field label={t('tags')} help={t('tagsHelp')} error={errorOf('tags')}>
          {(control) => (
            <TextInput {...control} name="tags" autoComplete="off" defaultValue={values.tags} />
          )}
        </Field>
        <ChoiceList
          name="events"
          label={t('events')}
          options={alertEvents.map((event) => ({
            value: event,
            label: common(`alertEvent.${event}`),
          }))}
          defaultValue={values.events}
        />
        <ChoiceList
          name="levels"
          label={t('levels')}
          options={guardedLevels.map((level) => ({
            value: level,
            label: common(`level.${level}`),
          }))}
          defaultValue={values.levels}
        />
        {departments.length < 2 ? null : (
          <ChoiceList
            name="departments"
            label={t('departments')}
            options={departments}
            defaultValue={values.departments}
          />
        )}
        <ProjectPicker
          name="exceptProjects"
          label={t('exceptProjects')}
          defaultValue={values.exceptProjects}
          error={errorOf('exceptProjects')}
          onChange={onChange}
        />
      </div>
    </Panel>
  )
}
