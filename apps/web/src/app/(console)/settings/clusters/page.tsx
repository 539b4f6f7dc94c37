import { Boxes } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClusterTable } from '~/features/cluster/cluster-table.tsx'
import { AddLink } from '~/forms/add-link.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clusters')
  return { title: t('title') }
}

export default async function ClustersPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, clusters] = await Promise.all([
    getTranslations('clusters'),
    getLocale(),
    api.cluster.list(),
  ])
  const refusal = creationRefusal(actor, 'cluster.write', locale)
  const add = (
    <AddLink href="/settings/clusters/new" refusal={refusal}>
      {t('add')}
    </AddLink>
  )
  const isEmpty = clusters.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={isEmpty ? null : add}
      />
      <Panel flush>
        {isEmpty ? (
          <EmptyState icon={Boxes} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <ClusterTable clusters={clusters} />
        )}
      </Panel>
    </>
  )
}
