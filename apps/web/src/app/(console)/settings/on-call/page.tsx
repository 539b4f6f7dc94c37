import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OnCallTable } from '~/features/people/on-call-table.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.onCall')
  return { title: t('title') }
}

export default async function OnCallPage() {
  await requireViewer()
  const api = await caller()
  const [t, items] = await Promise.all([getTranslations('people.onCall'), api.people.onCall()])
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Panel flush>
        <OnCallTable items={items} />
      </Panel>
    </>
  )
}
