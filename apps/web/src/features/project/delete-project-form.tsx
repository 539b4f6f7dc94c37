'use client'

import type { ProjectDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'
import { Field } from '~/ui/field.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { FormError } from './form-error.tsx'
import { deleteProjectAction } from './project-actions.ts'
import { useProjectForm } from './use-project-form.ts'

/** Deletes a project once its name has been typed. */
export function DeleteProjectForm({ project }: { readonly project: ProjectDetail }) {
  const t = useTranslations('projects')
  const { state, form } = useProjectForm(deleteProjectAction)
  const refusal = useRefusal()('project.delete', project)
  if (refusal !== null) return <p className="text-ink-muted text-sm">{refusal}</p>
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-3">
      {state.error === null ? null : <FormError state={state} />}
      <p className="text-ink-muted text-sm">{t('delete.text')}</p>
      <input type="hidden" name="project" value={project.id} />
      <Field
        label={t('delete.confirm', { name: project.name })}
        required
        error={state.faults.includes('confirmation') ? t('fault.confirmation') : undefined}
      >
        {(control) => <TextInput {...control} name="confirmation" autoComplete="off" />}
      </Field>
      <SubmitButton tone="danger" className="self-start">
        {t('delete.action')}
      </SubmitButton>
    </form>
  )
}
