import { Group } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AlertGroupTable } from '~/features/alert-group/alert-group-table.tsx'
import { AddLink } from '~/forms/add-link.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { ListPage } from '~/frame/list-page.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'

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
  return (
    <ListPage
      title={t('title')}
      description={t('description')}
      add={
        <AddLink href="/settings/groups/new" refusal={refusal}>
          {t('add')}
        </AddLink>
      }
      empty={groups.length === 0 ? { icon: Group, title: t('empty'), text: t('emptyText') } : null}
    >
      <AlertGroupTable groups={groups} />
    </ListPage>
  )
}
