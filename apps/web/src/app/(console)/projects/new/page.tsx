import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewProjectForm } from '~/features/project/new-project-form.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects.new')
  return { title: t('title') }
}

export default async function NewProjectPage() {
  await requireViewer()
  const ask = await caller()
  const [t, settings, departments, owners] = await Promise.all([
    getTranslations('projects.new'),
    ask.policy.levels(),
    ask.people.departments(),
    ask.people.accounts({}),
  ])
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Panel>
        <ClientText areas={['projects']}>
          <NewProjectForm settings={settings} departments={departments} owners={owners} />
        </ClientText>
      </Panel>
    </>
  )
}
