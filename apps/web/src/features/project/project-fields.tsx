'use client'

import type { ProjectDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ChoiceList } from '~/features/silence/choice-list.tsx'
import { DurationInput } from '~/ui/duration-input.tsx'
import { Field } from '~/ui/field.tsx'
import { ListInput } from '~/ui/list-input.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import type { ProjectField, ProjectFormState } from './project-form-state.ts'

export interface OwnerChoice {
  readonly id: string
  readonly name: string
}

interface ProjectFieldsProps {
  readonly state: ProjectFormState
  readonly owners: readonly OwnerChoice[]
  /** What it is now; undefined for a new one. */
  readonly project?: ProjectDetail
}

/** What people say of a project, whether it is new or known. */
export function ProjectFields({ state, owners, project }: ProjectFieldsProps) {
  const t = useTranslations('projects')
  const none = useTranslations('common')('none')
  const fault = (field: ProjectField) =>
    state.faults.includes(field) ? t(`fault.${field}`) : undefined
  return (
    <>
      <Field label={t('new.name')} required error={fault('name')}>
        {(control) => (
          <TextInput {...control} name="name" maxLength={128} defaultValue={project?.name} />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('new.source')} help={t('new.endpointHelp')} error={fault('source')}>
          {(control) => (
            <TextInput
              {...control}
              name="source"
              maxLength={64}
              list="endpoint-types"
              defaultValue={project?.sourceType ?? undefined}
            />
          )}
        </Field>
        <Field label={t('new.target')} error={fault('target')}>
          {(control) => (
            <TextInput
              {...control}
              name="target"
              maxLength={64}
              list="endpoint-types"
              defaultValue={project?.targetType ?? undefined}
            />
          )}
        </Field>
      </div>
      <datalist id="endpoint-types">
        {['MySQL', 'OceanBase', 'PostgreSQL', 'Oracle', 'Kafka', 'TiDB', 'SQL Server'].map(
          (type) => (
            <option key={type} value={type} />
          ),
        )}
      </datalist>
      <Field
        label={t('new.externalKey')}
        help={t('new.externalKeyHelp')}
        error={fault('externalKey')}
      >
        {(control) => (
          <TextInput
            {...control}
            name="externalKey"
            maxLength={200}
            className="font-mono"
            defaultValue={project?.externalKey ?? undefined}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('new.owner')} error={fault('owner')}>
          {(control) => (
            <Select
              {...control}
              name="owner"
              defaultValue={project?.owner ?? ''}
              options={[
                { value: '', label: none },
                ...owners.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
        <Field
          label={t('new.interval')}
          help={t('new.intervalHelp')}
          error={fault('expectedIntervalSeconds')}
        >
          {(control) => (
            <DurationInput
              {...control}
              name="expectedInterval"
              placeholder="10s"
              defaultSeconds={project?.expectedIntervalSeconds ?? undefined}
            />
          )}
        </Field>
      </div>
      {owners.length === 0 ? null : (
        <ChoiceList
          name="maintainers"
          label={t('new.maintainers')}
          help={fault('maintainers') ?? t('new.maintainersHelp')}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={project?.maintainers.map(({ id }) => id) ?? []}
        />
      )}
      <Field label={t('new.tags')} help={t('new.tagsHelp')} error={fault('tags')}>
        {(control) => (
          <ListInput
            name="tags"
            entryLabel={t('new.tag')}
            control={control}
            {...(project === undefined ? {} : { defaultValues: project.tags })}
          />
        )}
      </Field>
    </>
  )
}
