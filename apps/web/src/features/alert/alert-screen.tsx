'use client'

import type { AlertId } from '@highwater/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { AlertSilences } from '~/features/silence/silence-badges.tsx'
import { useTRPC } from '~/trpc/client.tsx'
import { useNow } from '~/ui/clock.tsx'
import { CopyButton } from '~/ui/copy-button.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { AcknowledgeButton } from './acknowledge-button.tsx'
import { AlertBadge } from './alert-badge.tsx'
import { AlertContent } from './alert-content.tsx'
import { AlertMarks } from './alert-marks.tsx'
import { AlertMenu } from './alert-menu.tsx'
import { isAcknowledgedAt } from './is-acknowledged.ts'
import { useAcknowledge } from './use-acknowledge.ts'
import { useAlert } from './use-alert.ts'

interface AlertScreenProps {
  readonly id: AlertId
  /** The page's own address, for those who are to be told of it. */
  readonly url: string
}

/** One alert as a page of its own, ready to be linked and printed. */
export function AlertScreen({ id, url }: AlertScreenProps) {
  const t = useTranslations('alerts')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const now = useNow()
  const { data: alert } = useSuspenseQuery(trpc.alert.get.queryOptions({ id }))
  const { history } = useAlert(id)
  const { expected, change } = useAcknowledge()
  const isAcknowledged = expected.get(id) ?? isAcknowledgedAt(alert, now)
  return (
    <>
      <PageHeader
        title={alert.subject}
        marks={
          <>
            <AlertBadge state={alert.state} stale={alert.stale} />
            <LevelShield level={alert.level} />
            <AlertMarks alert={alert} isAcknowledged={isAcknowledged} />
            {alert.closedAt === null ? <AlertSilences id={id} /> : null}
          </>
        }
        description={`${common(`alertEvent.${alert.event}`)} · ${alert.shortId}`}
        actions={
          <>
            <CopyButton text={url} subject={t('action.copyLink')} />
            {alert.closedAt === null ? (
              <AcknowledgeButton
                size="md"
                alert={alert}
                isAcknowledged={isAcknowledged}
                onChange={(acknowledged) =>
                  change({ ids: [id], acknowledged, subject: alert.subject })
                }
              />
            ) : null}
            {alert.closedAt === null ? <AlertMenu alert={alert} /> : null}
          </>
        }
      />
      <AlertContent alert={alert} history={history} />
    </>
  )
}
