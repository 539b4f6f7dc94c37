import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NewProjectForm } from '~/features/project/new-project-form.tsx'
import { creationRefusal, placesFor } from '~/forms/creation-refusal.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects.new')
  return { title: t('title') }
}

export default async function NewProjectPage() {
  const { actor } = await requireViewer()
  const ask = await caller()
  const [t, locale, settings, departments, owners] = await Promise.all([
    getTranslations('projects.new'),
    getLocale(),
    ask.policy.levels(),
    ask.people.departments(),
    ask.people.accounts({}),
  ])
  const refusal = creationRefusal(actor, 'project.create', locale)
  const places = placesFor(actor, 'project.create')
  const open = departments.filter(({ id }) => places.includes(null) || places.includes(id))
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {refusal === null ? (
        <Panel>
          <ClientText areas={['projects']}>
            <NewProjectForm settings={settings} departments={open} owners={owners} />
          </ClientText>
        </Panel>
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </>
  )
}
