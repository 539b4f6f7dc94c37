'use client'

import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { defaultProtectionLevel } from '@highwater/core/policy'
import { type ProjectKind, projectKinds } from '@highwater/core/project'
import type { DepartmentItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '~/ui/field.tsx'
import { RadioCards } from '~/ui/radio-cards.tsx'
import { Select } from '~/ui/select.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { FormError } from './form-error.tsx'
import { LevelCards } from './level-cards.tsx'
import { createProjectAction } from './project-actions.ts'
import { type OwnerChoice, ProjectFields } from './project-fields.tsx'
import { useProjectForm } from './use-project-form.ts'

interface NewProjectFormProps {
  readonly settings: ProtectionLevelSettings
  readonly departments: readonly DepartmentItem[]
  readonly owners: readonly OwnerChoice[]
}

const isKind = (value: string): value is ProjectKind => projectKinds.some((kind) => kind === value)

/** Makes a project; its page then shows how to send its first signal. */
export function NewProjectForm({ settings, departments, owners }: NewProjectFormProps) {
  const t = useTranslations('projects.new')
  const kinds = useTranslations('common.projectKind')
  const { state, form } = useProjectForm(createProjectAction)
  const [kind, setKind] = useState<ProjectKind>('synchronization')
  const home = departments.find(({ isDefault }) => isDefault) ?? departments[0]
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-5">
      <FormError state={state} />
      <RadioCards
        legend={t('kind')}
        name="kind"
        defaultValue={kind}
        onValueChange={(value) => {
          if (isKind(value)) setKind(value)
        }}
        cards={[
          {
            value: 'synchronization',
            title: kinds('synchronization'),
            description: t('kindSynchronization'),
          },
          { value: 'migration', title: kinds('migration'), description: t('kindMigration') },
        ]}
      />
      <ProjectFields state={state} owners={owners} />
      {departments.length > 1 ? (
        <Field label={t('department')} required>
          {(control) => (
            <Select
              {...control}
              name="department"
              defaultValue={home?.id}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      ) : null}
      <div>
        <h2 className="mb-2 font-medium text-sm">{t('level')}</h2>
        <LevelCards
          settings={settings}
          kind={kind}
          current={null}
          chosen={home?.defaultLevel ?? defaultProtectionLevel}
        />
      </div>
      <SubmitButton className="self-start">{t('submit')}</SubmitButton>
    </form>
  )
}
