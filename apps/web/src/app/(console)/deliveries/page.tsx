import { type AlertId, type ChannelId, isId } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import { Send } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  DeliveryFilters,
  type DeliveryQuery,
  deliveryParameters,
  deliveryStates,
} from '~/features/delivery/delivery-filters.tsx'
import { DeliveryTable } from '~/features/delivery/delivery-table.tsx'
import { definedOnly } from '~/list/defined-only.ts'
import { pageNow } from '~/list/page-now.ts'
import { oneOf, type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { rangeStart } from '~/list/time-range.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deliveries')
  return { title: t('title') }
}

const path = '/deliveries'

/** A filter that does not exist filters nothing: an address may be old or mistyped. */
const filterOf = (query: DeliveryQuery, from: number | undefined) =>
  definedOnly({
    channel: query.channel && isId(query.channel) ? (query.channel as ChannelId) : undefined,
    alert: query.alert && isId(query.alert) ? (query.alert as AlertId) : undefined,
    state: oneOf(deliveryStates, query.state),
    kind: oneOf(messageKinds, query.kind),
    from,
    cursor: query.cursor,
  })

interface DeliveriesPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function DeliveriesPage({ searchParams }: DeliveriesPageProps) {
  await requireViewer()
  const query = readListQuery(await searchParams, deliveryParameters)
  const api = await caller()
  const [t, channels, page] = await Promise.all([
    getTranslations('deliveries'),
    api.channel.list({ limit: 200 }),
    pageNow().then((now) => api.delivery.list(filterOf(query, rangeStart(query.range, now)))),
  ])
  const { cursor, ...filters } = query
  const isFiltered = Object.keys(filters).length > 0
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <DeliveryFilters path={path} query={query} channels={channels.items} />
      <Panel flush>
        {page.items.length === 0 ? (
          <EmptyState icon={Send} title={t(isFiltered ? 'noMatch.title' : 'empty.title')}>
            {t(isFiltered ? 'noMatch.text' : 'empty.text')}
          </EmptyState>
        ) : (
          <>
            <DeliveryTable items={page.items} />
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
    </>
  )
}
