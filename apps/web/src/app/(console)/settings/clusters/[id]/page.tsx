import type { OcpClusterId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { readClusterTest, submitCluster } from '~/features/cluster/cluster-actions.ts'
import { ClusterForm } from '~/features/cluster/cluster-form.tsx'
import { ClusterTable } from '~/features/cluster/cluster-table.tsx'
import { DeleteClusterDialog } from '~/features/cluster/delete-cluster-dialog.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface ClusterPageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readCluster = async ({ params }: ClusterPageProps) => {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).cluster.get({ id: id as OcpClusterId }))
}

export async function generateMetadata(props: ClusterPageProps): Promise<Metadata> {
  return { title: (await readCluster(props)).name }
}

export default async function ClusterPage(props: ClusterPageProps) {
  const { actor } = await requireViewer()
  const [locale, cluster] = await Promise.all([getLocale(), readCluster(props)])
  const { id, name, version } = cluster
  const refusal = refusalFor(actor, 'cluster.write', { department: null }, locale)
  return (
    <ClientText areas={['channels', 'clusters']}>
      <PageHeader
        title={name}
        actions={refusal === null ? <DeleteClusterDialog id={id} name={name} /> : null}
      />
      {refusal === null ? (
        <ClusterForm
          key={version}
          action={submitCluster}
          readTest={readClusterTest}
          cluster={cluster}
        />
      ) : (
        <>
          <ReadOnlyNotice refusal={refusal} />
          <Panel flush>
            <ClusterTable clusters={[cluster]} />
          </Panel>
        </>
      )}
    </ClientText>
  )
}
