import { Send } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { deliveryFilter } from '~/features/delivery/delivery-filter.ts'
import { DeliveryFilters, deliveryParameters } from '~/features/delivery/delivery-filters.tsx'
import { DeliveryTable } from '~/features/delivery/delivery-table.tsx'
import { DeliveryTabs } from '~/features/delivery/delivery-tabs.tsx'
import { submitReplay } from '~/features/delivery/replay-actions.ts'
import { ReplayForm } from '~/features/delivery/replay-form.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { LivePage } from '~/frame/live-page.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { definedOnly } from '~/list/defined-only.ts'
import { everyPage } from '~/list/every-page.ts'
import { notUnderstood } from '~/list/not-understood.ts'
import { pageNow } from '~/list/page-now.ts'
import { readAtCursor } from '~/list/read-at-cursor.ts'
import { oneOf, type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { timeRanges } from '~/list/time-range.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { IgnoredFilters } from '~/ui/ignored-filters.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deliveries')
  return { title: t('title') }
}

const path = '/deliveries'

interface DeliveriesPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function DeliveriesPage({ searchParams }: DeliveriesPageProps) {
  const { actor } = await requireViewer()
  const query = readListQuery(await searchParams, deliveryParameters)
  const api = await caller()
  const { cursor: _, ...filter } = deliveryFilter(query, await pageNow())
  const [t, locale, channels, givenUp, { page, cursor }] = await Promise.all([
    getTranslations('deliveries'),
    getLocale(),
    everyPage((place) => api.channel.list(place)),
    api.delivery.givenUp(),
    readAtCursor(query.cursor, (place) => api.delivery.list({ ...filter, ...place })),
  ])
  const { cursor: _cursor, ...filters } = query
  const { state: _state, ...posted } = definedOnly(filters)
  const mayReplay =
    query.state === 'failed' && creationRefusal(actor, 'notification.replay', locale) === null
  const isFiltered = Object.keys(filters).length > 0
  const list = (
    <Panel flush>
      {page.items.length === 0 ? (
        <EmptyState icon={Send} title={t(isFiltered ? 'noMatch.title' : 'empty.title')}>
          {t(isFiltered ? 'noMatch.text' : 'empty.text')}
        </EmptyState>
      ) : (
        <>
          <DeliveryTable items={page.items} canBeChosen={mayReplay} />
          <Pagination
            firstHref={cursor === undefined ? null : listAddress(path, filters)}
            nextHref={
              page.nextCursor === null
                ? null
                : listAddress(path, { ...filters, cursor: page.nextCursor })
            }
            shown={page.items.length}
          />
        </>
      )}
    </Panel>
  )
  return (
    <>
      <LivePage areas={['delivery']} />
      <PageHeader title={t('title')} description={t('description')} />
      <IgnoredFilters
        filters={notUnderstood(query, {
          ...filter,
          cursor,
          range: oneOf(timeRanges, query.range),
        })}
      />
      <DeliveryTabs path={path} query={query} givenUp={givenUp} />
      <DeliveryFilters path={path} query={query} channels={channels} />
      {mayReplay ? (
        <ClientText areas={['deliveries']}>
          <ReplayForm
            action={submitReplay}
            values={posted}
            of={page.items.length === 0 ? 'none' : 'many'}
          >
            {list}
          </ReplayForm>
        </ClientText>
      ) : (
        list
      )}
    </>
  )
}
