import type { ProjectId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeleteProjectForm } from '~/features/project/delete-project-form.tsx'
import { EditProjectForm } from '~/features/project/edit-project-form.tsx'
import { LevelForm } from '~/features/project/level-form.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/server/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface EditProjectPageProps {
  readonly params: Promise<{ readonly id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects.edit')
  return { title: t('title') }
}

export default async function EditProjectPage({ params }: EditProjectPageProps) {
  const { id } = await params
  const { actor } = await requireViewer()
  const ask = await caller()
  const [t, locale, project, settings, owners] = await Promise.all([
    getTranslations('projects'),
    getLocale(),
    orNotFound(ask.project.get({ id: id as ProjectId })),
    ask.policy.levels(),
    ask.people.accounts({}),
  ])
  const refusal = refusalFor(actor, 'project.update', project, locale)
  const title = t('edit.of', { name: project.name })
  if (refusal !== null) {
    return (
      <>
        <PageHeader title={title} />
        <Notice>{refusal}</Notice>
      </>
    )
  }
  return (
    <>
      <PageHeader title={title} />
      <ClientText areas={['projects']}>
        <Panel title={t('edit.title')}>
          <EditProjectForm project={project} owners={owners} />
        </Panel>
        <Panel title={t('level.title')}>
          <LevelForm project={project} settings={settings} />
        </Panel>
        <Panel id="delete" title={t('delete.title')}>
          <DeleteProjectForm project={project} />
        </Panel>
      </ClientText>
    </>
  )
}
