'use client'

import type { AlertId } from '@highwater/core'
import type { AlertItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { AlertBadge } from './alert-badge.tsx'
import { AlertSentence } from './alert-sentence.tsx'
import { SendingBadge } from './sending-badge.tsx'

interface AlertTableProps {
  readonly alerts: readonly AlertItem[]
  /** Opens the side pane; without it a row leads to the alert's page. */
  readonly onOpen?: (id: AlertId) => void
  /** Left out where all alerts are of one project. */
  readonly showSubject?: boolean
}

/** Alerts, one sentence each. On a phone the sentence stays and the columns join it. */
export function AlertTable({ alerts, onOpen, showSubject = true }: AlertTableProps) {
  const t = useTranslations('alerts')
  const common = useTranslations('common')
  return (
    <DataTable caption={t('list')}>
      <TableHead>
        <HeadingCell className="max-sm:hidden">{t('column.state')}</HeadingCell>
        <HeadingCell className="w-full">{t('column.alert')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.level')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('column.opened')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.sending')}</HeadingCell>
        <HeadingCell className="max-xl:hidden">{t('column.acknowledged')}</HeadingCell>
      </TableHead>
      <tbody>
        {alerts.map((alert) => (
          <Row key={alert.id} data-row={alert.id} className="relative">
            <Cell className="whitespace-nowrap py-2.5 align-top max-sm:hidden">
              <AlertBadge state={alert.state} stale={alert.stale} />
            </Cell>
            <Cell className="py-2 max-sm:pl-4">
              <span className="mb-1 block sm:hidden">
                <AlertBadge state={alert.state} stale={alert.stale} />
              </span>
              <PageLink
                href={`/alerts/${alert.id}`}
                data-row-link
                onClick={(event) => {
                  if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  onOpen(alert.id)
                }}
                className="wrap-anywhere font-medium outline-offset-2 after:absolute after:inset-0 after:content-[''] hover:underline"
              >
                {showSubject ? alert.subject : common(`alertEvent.${alert.event}`)}
              </PageLink>{' '}
              <span className="whitespace-nowrap text-ink-faint text-xs">
                {alert.shortId}
                {showSubject ? ` · ${common(`alertEvent.${alert.event}`)}` : null}
              </span>
              <span className="wrap-anywhere block text-ink-muted">
                <AlertSentence alert={alert} />
              </span>
              <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted lg:hidden">
                <span className="md:hidden">
                  <LevelShield level={alert.level} />
                </span>
                <ExactTime at={alert.openedAt} />
                <span className="md:hidden">
                  <SendingBadge status={alert.sendingStatus} />
                </span>
              </span>
            </Cell>
            <Cell className="max-md:hidden">
              <LevelShield level={alert.level} />
            </Cell>
            <Cell className="max-lg:hidden">
              <ExactTime at={alert.openedAt} />
            </Cell>
            <Cell className="max-md:hidden">
              <SendingBadge status={alert.sendingStatus} />
            </Cell>
            <Cell className="wrap-anywhere min-w-28 text-ink-muted max-xl:hidden">
              {alert.acknowledgedBy?.name ?? '–'}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
