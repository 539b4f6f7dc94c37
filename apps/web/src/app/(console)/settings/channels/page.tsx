import { MessageSquareShare } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChannelTable } from '~/features/channel/channel-table.tsx'
import { AddLink } from '~/forms/add-link.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { refusalFor } from '~/forms/refusal-for.ts'
import { LivePage } from '~/frame/live-page.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { notUnderstood } from '~/list/not-understood.ts'
import { readAtCursor } from '~/list/read-at-cursor.ts'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
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

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels')
  return { title: t('title') }
}

const path = '/settings/channels'

interface ChannelsPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function ChannelsPage({ searchParams }: ChannelsPageProps) {
  const { actor } = await requireViewer()
  const query = readListQuery(await searchParams, ['cursor'])
  const api = await caller()
  const [t, locale, { page, cursor }] = await Promise.all([
    getTranslations('channels'),
    getLocale(),
    readAtCursor(query.cursor, (place) => api.channel.list(place)),
  ])
  const { items, nextCursor } = page
  const refusal = creationRefusal(actor, 'channel.write', locale)
  const add = (
    <AddLink href={`${path}/new`} refusal={refusal}>
      {t('add')}
    </AddLink>
  )
  const actions = (
    <>
      <Button asChild>
        <PageLink href={`${path}/kinds`}>{t('kinds')}</PageLink>
      </Button>
      {add}
    </>
  )
  if (items.length === 0 && cursor === undefined) {
    return (
      <>
        <PageHeader title={t('title')} description={t('description')} />
        <Panel>
          <EmptyState icon={MessageSquareShare} title={t('empty.title')} action={add}>
            {t('empty.text')}
          </EmptyState>
        </Panel>
      </>
    )
  }
  const summary = t('summary', {
    enabled: items.filter((channel) => channel.enabled).length,
    attention: items.filter(
      ({ enabled, health, cutOff }) => enabled && (health === 'needs_attention' || cutOff !== null),
    ).length,
  })
  return (
    <>
      <LivePage areas={['channel']} />
      <PageHeader
        title={t('title')}
        description={nextCursor === null && cursor === undefined ? summary : t('description')}
        actions={actions}
      />
      <IgnoredFilters filters={notUnderstood(query, { cursor })} />
      <ClientText areas={['channels', 'channelKinds']}>
        <Panel flush>
          <ChannelTable
            rows={items.map((channel) => ({
              channel,
              refusal: refusalFor(
                actor,
                'channel.write',
                { department: channel.department },
                locale,
              ),
            }))}
          />
          {cursor === undefined && nextCursor === null ? null : (
            <Pagination
              firstHref={cursor === undefined ? null : path}
              nextHref={nextCursor === null ? null : listAddress(path, { cursor: nextCursor })}
              shown={items.length}
            />
          )}
        </Panel>
      </ClientText>
    </>
  )
}
