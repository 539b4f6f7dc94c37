'use client'

import type { ProtectionLevelSettings } from '@highwater/core/policy'
import type { ProjectDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'
import { SubmitButton } from '~/ui/submit-button.tsx'
import { FormError } from './form-error.tsx'
import { LevelCards } from './level-cards.tsx'
import { setLevelAction } from './project-actions.ts'
import { useProjectForm } from './use-project-form.ts'

interface LevelFormProps {
  readonly project: ProjectDetail
  readonly settings: ProtectionLevelSettings
}

/** A project's level as a plain form, for pages whose scripts have not loaded. */
export function LevelForm({ project, settings }: LevelFormProps) {
  const t = useTranslations('projects.level')
  const { state, form } = useProjectForm(setLevelAction)
  const refusal = useRefusal()('project.setLevel', project)
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-3">
      <FormError state={state} />
      <input type="hidden" name="project" value={project.id} />
      <LevelCards
        settings={settings}
        kind={project.kind}
        current={project.protectionLevel}
        chosen={project.protectionLevel}
      />
      {refusal === null ? (
        <SubmitButton className="self-start">{t('submit')}</SubmitButton>
      ) : (
        <p className="text-ink-muted text-sm">{refusal}</p>
      )}
    </form>
  )
}
