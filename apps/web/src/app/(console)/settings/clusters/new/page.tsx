import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { readClusterTest, submitCluster } from '~/features/cluster/cluster-actions.ts'
import { ClusterForm } from '~/features/cluster/cluster-form.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clusters')
  return { title: t('add') }
}

export default async function NewClusterPage() {
  const { actor } = await requireViewer()
  const [t, locale] = await Promise.all([getTranslations('clusters'), getLocale()])
  const refusal = creationRefusal(actor, 'cluster.write', locale)
  return (
    <>
      <PageHeader title={t('add')} description={t('description')} />
      {refusal === null ? (
        <ClientText areas={['channels', 'clusters']}>
          <ClusterForm action={submitCluster} readTest={readClusterTest} cluster={null} />
        </ClientText>
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </>
  )
}
