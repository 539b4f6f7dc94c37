'use client'

import type { ProjectDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { FormError } from './form-error.tsx'
import { updateProjectAction } from './project-actions.ts'
import { type OwnerChoice, ProjectFields } from './project-fields.tsx'
import { useProjectForm } from './use-project-form.ts'

interface EditProjectFormProps {
  readonly project: ProjectDetail
  readonly owners: readonly OwnerChoice[]
}

/** Changes what people say of a project. Whoever saves second is told that somebody was faster. */
export function EditProjectForm({ project, owners }: EditProjectFormProps) {
  const t = useTranslations('common')
  const { state, form } = useProjectForm(updateProjectAction)
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-4">
      <FormError state={state} />
      <input type="hidden" name="project" value={project.id} />
      <input type="hidden" name="version" value={project.version} />
      <ProjectFields state={state} owners={owners} project={project} />
      <div className="flex gap-2">
        <SubmitButton>{t('save')}</SubmitButton>
        <Button asChild>
          <PageLink href={`/projects/${project.id}`}>{t('cancel')}</PageLink>
        </Button>
      </div>
    </form>
  )
}
