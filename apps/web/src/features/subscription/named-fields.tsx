'use client'

import { alertEvents } from '@highwater/core/alert'
import type { Named } from '@highwater/core/subscription'
import { useTranslations } from 'next-intl'
import { ChoiceList } from '~/features/silence/choice-list.tsx'
import { ProjectPicker } from '~/features/silence/project-picker.tsx'
import { Field } from '~/ui/field.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { faultUnder } from './fault-under.ts'
import { NamedDepartments, type Option } from './named-departments.tsx'

interface NamedFieldsProps {
  /** `scope`, or `except` for what is left out. */
  readonly prefix: 'scope' | 'except'
  readonly named: Named
  readonly projectNames: Readonly<Record<string, string>>
  readonly departments: readonly Option[]
  readonly errors: Readonly<Record<string, string>>
}

const nothing = () => undefined

/** Events, departments, tags and projects that a subscription names, or leaves out. */
export function NamedFields(props: NamedFieldsProps) {
  const { prefix, named, projectNames, departments, errors } = props
  const t = useTranslations('subscriptions.form')
  const common = useTranslations('common')
  const path = prefix === 'scope' ? 'scope' : 'scope.except'
  return (
    <div className="flex flex-col gap-4">
      <ChoiceList
        name={`${prefix}.events`}
        label={t('events')}
        options={alertEvents.map((event) => ({
          value: event,
          label: common(`alertEvent.${event}`),
        }))}
        defaultValue={named.events}
      />
      <NamedDepartments
        name={`${prefix}.departments`}
        named={named.departments}
        departments={departments}
      />
      <Field label={t('tags')} help={t('tagsHelp')} error={faultUnder(errors, `${path}.tags`)}>
        {(control) => (
          <TextInput
            {...control}
            name={`${prefix}.tags`}
            autoComplete="off"
            defaultValue={named.tags.join(' ')}
          />
        )}
      </Field>
      <ProjectPicker
        name={`${prefix}.projects`}
        label={t('projects')}
        defaultValue={named.projects.map((id) => ({ id, name: projectNames[id] ?? id }))}
        error={faultUnder(errors, `${path}.projects`)}
        onChange={nothing}
      />
    </div>
  )
}
