import { Group } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AlertGroupTable } from '~/features/alert-group/alert-group-table.tsx'
import { AddLink } from '~/forms/add-link.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions.groups')
  return { title: t('title') }
}

export default async function AlertGroupsPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, groups] = await Promise.all([
    getTranslations('subscriptions.groups'),
    getLocale(),
    api.alertGroup.list(),
  ])
  const refusal = creationRefusal(actor, 'group.write', locale)
  const add = (
    <AddLink href="/settings/groups/new" refusal={refusal}>
      {t('add')}
    </AddLink>
  )
  const isEmpty = groups.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={isEmpty ? null : add}
      />
      <Panel flush>
        {isEmpty ? (
          <EmptyState icon={Group} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <AlertGroupTable groups={groups} />
        )}
      </Panel>
    </>
  )
}
