import { visibility } from '@highwater/core/permissions'
import { DatabaseZap } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SourceTable } from '~/features/source/source-table.tsx'
import { AddLink } from '~/forms/add-link.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ListPage } from '~/frame/list-page.tsx'
import { LivePage } from '~/frame/live-page.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('system.source')
  return { title: t('title') }
}

export default async function SourcesPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, sources] = await Promise.all([
    getTranslations('system.source'),
    getLocale(),
    api.source.list(),
  ])
  const empty = visibility(actor).all
    ? { title: t('emptyTitle'), text: t('emptyText') }
    : {
        title: t('emptyOfDepartments'),
        text: t('emptyOfDepartmentsText'),
        isOfDepartments: true as const,
      }
  const refusal = creationRefusal(actor, 'source.write', locale)
  return (
    <ClientText areas={['system']}>
      <LivePage areas={['source']} everySeconds={15} />
      <ListPage
        title={t('title')}
        description={t('description')}
        add={
          <AddLink href="/sources/new" refusal={refusal}>
            {t('add')}
          </AddLink>
        }
        empty={sources.length === 0 ? { icon: DatabaseZap, ...empty } : null}
      >
        <SourceTable
          rows={sources.map((source) => ({
            source,
            refusal: refusalFor(actor, 'source.write', { department: source.department }, locale),
          }))}
        />
      </ListPage>
    </ClientText>
  )
}
