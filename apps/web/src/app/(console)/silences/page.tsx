import { silenceKinds } from '@highwater/core/silence'
import { silenceStatuses } from '@highwater/db/queries'
import { BellOff, CalendarClock } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import {
  SilenceFilters,
  type SilenceQuery,
  silenceParameters,
} from '~/features/silence/silence-filters.tsx'
import { SilenceTable } from '~/features/silence/silence-table.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { refusalFor } from '~/forms/refusal-for.ts'
import { LivePage } from '~/frame/live-page.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { definedOnly } from '~/list/defined-only.ts'
import { notUnderstood } from '~/list/not-understood.ts'
import { readAtCursor } from '~/list/read-at-cursor.ts'
import { oneOf, type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { IgnoredFilters } from '~/ui/ignored-filters.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('silences')
  return { title: t('title') }
}

const path = '/silences'

/** A filter that does not exist filters nothing: an address may be old or mistyped. */
const filterOf = (query: SilenceQuery, viewer: string) =>
  definedOnly({
    kind: oneOf(silenceKinds, query.kind),
    creator: query.creator === 'me' ? viewer : query.creator,
    q: query.q,
  })

interface SilencesPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function SilencesPage({ searchParams }: SilencesPageProps) {
  const { actor } = await requireViewer()
  const query = readListQuery(await searchParams, silenceParameters)
  const status = oneOf(silenceStatuses, query.status) ?? 'in_effect'
  const filter = filterOf(query, actor.id)
  const api = await caller()
  const [t, locale, { page, cursor }] = await Promise.all([
    getTranslations('silences'),
    getLocale(),
    readAtCursor(query.cursor, (place) => api.silence.list({ ...filter, ...place, status })),
  ])
  const refusal = creationRefusal(actor, 'silence.write', locale)
  const { cursor: _, ...filters } = query
  const isFiltered = Object.keys(filters).some((name) => name !== 'status')
  return (
    <ClientText areas={['silences']}>
      <LivePage areas={['silence']} />
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          refusal === null ? (
            <>
              <Button asChild>
                <PageLink href="/silences/new?kind=maintenance">
                  <CalendarClock aria-hidden />
                  {t('addWindow')}
                </PageLink>
              </Button>
              <Button asChild tone="primary">
                <PageLink href="/silences/new">
                  <BellOff aria-hidden />
                  {t('add')}
                </PageLink>
              </Button>
            </>
          ) : (
            <RefusedButton reason={refusal}>{t('add')}</RefusedButton>
          )
        }
      />
      <IgnoredFilters
        filters={notUnderstood(query, {
          ...filter,
          cursor,
          creator: query.creator,
          status: oneOf(silenceStatuses, query.status),
        })}
      />
      <SilenceFilters path={path} query={query} status={status} />
      <Panel flush>
        {page.items.length === 0 ? (
          <EmptyState icon={BellOff} title={t(isFiltered ? 'noMatch.title' : 'empty.title')}>
            {isFiltered ? t('noMatch.text') : t(`empty.${status}`)}
          </EmptyState>
        ) : (
          <>
            <SilenceTable
              rows={page.items.map((silence) => {
                const resource = { department: silence.department?.id ?? null }
                const mayChange = refusalFor(actor, 'silence.write', resource, locale) === null
                return { silence, mayChange }
              })}
            />
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
    </ClientText>
  )
}
