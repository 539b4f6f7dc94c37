import { Boxes } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClusterTable } from '~/features/cluster/cluster-table.tsx'
import { AddLink } from '~/forms/add-link.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { ListPage } from '~/frame/list-page.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'

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
  return (
    <ListPage
      title={t('title')}
      description={t('description')}
      add={
        <AddLink href="/settings/clusters/new" refusal={refusal}>
          {t('add')}
        </AddLink>
      }
      empty={
        clusters.length === 0 ? { icon: Boxes, title: t('empty'), text: t('emptyText') } : null
      }
    >
      <ClusterTable clusters={clusters} />
    </ListPage>
  )
}
