import { readNowFrom } from '@highwater/db/client'
import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { alertListInput } from '~/features/alert/alert-list-input.ts'
import { AlertListScreen } from '~/features/alert/alert-list-screen.tsx'
import {
  type AlertSearch,
  alertParameters,
  parseAlertSearch,
} from '~/features/alert/alert-search.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { notUnderstood } from '~/list/not-understood.ts'
import { readAtCursor } from '~/list/read-at-cursor.ts'
import { readListQuery } from '~/list/read-list-query.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { getQueryClient, HydrateClient, trpc } from '~/trpc/server.tsx'

interface AlertsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts')
  return { title: t('title') }
}

export default async function AlertsPage({ searchParams }: AlertsPageProps) {
  await requireViewer()
  const given = await searchParams
  const { cursor: asked, ...filters } = parseAlertSearch(given)
  const query = readListQuery(given, alertParameters)
  const now = await readNowFrom(services().db.sql)
  const timeZone = await getTimeZone()
  const inputAt = (place: Pick<AlertSearch, 'cursor'>) =>
    alertListInput({ ...filters, ...place }, now, timeZone)
  const client = getQueryClient()
  const [departments, { cursor }] = await Promise.all([
    client.fetchQuery(trpc.people.departments.queryOptions()),
    readAtCursor(asked, (place) =>
      client.fetchQuery(trpc.alert.list.queryOptions(inputAt(place), { retry: false })),
    ),
  ])
  const search = { ...filters, cursor }
  return (
    <HydrateClient>
      <ClientText areas={['now', 'alerts']}>
        <AlertListScreen
          search={search}
          ignored={notUnderstood(query, search)}
          input={inputAt({ cursor })}
          departments={departments}
        />
      </ClientText>
    </HydrateClient>
  )
}
