import { Server } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HostTable } from '~/features/host/host-table.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { LivePage } from '~/frame/live-page.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hosts')
  return { title: t('title') }
}

export default async function HostsPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, hosts] = await Promise.all([
    getTranslations('hosts'),
    getLocale(),
    api.host.list(),
  ])
  return (
    <ClientText areas={['hosts']}>
      <LivePage areas={['host']} everySeconds={15} />
      <PageHeader title={t('title')} description={t('description')} />
      <Panel flush>
        {hosts.length === 0 ? (
          <EmptyState icon={Server} title={t('emptyTitle')} action={null}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <HostTable hosts={hosts} refusal={refusalFor(actor, 'host.delete', {}, locale)} />
        )}
      </Panel>
    </ClientText>
  )
}
