'use client'

import type { AlertId } from '@highwater/core'
import { Maximize2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { AlertSilences } from '~/features/silence/silence-badges.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { useNow } from '~/ui/clock.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { SidePane, SidePaneContent } from '~/ui/side-pane.tsx'
import { Skeleton } from '~/ui/skeleton.tsx'
import { AcknowledgeButton } from './acknowledge-button.tsx'
import { AlertBadge } from './alert-badge.tsx'
import { AlertContent } from './alert-content.tsx'
import { AlertMarks } from './alert-marks.tsx'
import { AlertMenu } from './alert-menu.tsx'
import { isAcknowledgedAt } from './is-acknowledged.ts'
import { useAcknowledge } from './use-acknowledge.ts'
import { useAlert } from './use-alert.ts'

interface AlertPaneProps {
  /** Null while the pane is closed. */
  readonly id: AlertId | null
  readonly onClose: () => void
}

/** An alert beside the list it was opened from. */
export function AlertPane({ id, onClose }: AlertPaneProps) {
  return (
    <SidePane open={id !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      {id === null ? null : <OpenPane key={id} id={id} />}
    </SidePane>
  )
}

function OpenPane({ id }: { readonly id: AlertId }) {
  const t = useTranslations('alerts')
  const now = useNow()
  const failureText = useFailureText()
  const { alert, error, history } = useAlert(id)
  const { expected, change } = useAcknowledge()
  const isAcknowledged = expected.get(id) ?? (alert !== null && isAcknowledgedAt(alert, now))
  return (
    <SidePaneContent
      title={alert === null ? t('detail.loading') : alert.subject}
      actions={
        <>
          {alert === null || alert.closedAt !== null ? null : (
            <AcknowledgeButton
              alert={alert}
              isAcknowledged={isAcknowledged}
              onChange={(acknowledged) =>
                change({ ids: [id], acknowledged, subject: alert.subject })
              }
            />
          )}
          {alert === null || alert.closedAt !== null ? null : <AlertMenu alert={alert} />}
          <Button asChild size="sm" tone="ghost">
            <PageLink href={`/alerts/${id}`}>
              <Maximize2 aria-hidden />
              {t('action.fullPage')}
            </PageLink>
          </Button>
        </>
      }
    >
      {alert === null ? (
        error === null ? (
          <PaneSkeleton />
        ) : (
          <Notice tone="error">{failureText(error)}</Notice>
        )
      ) : (
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-2 text-ink-muted text-sm">
            <AlertBadge state={alert.state} stale={alert.stale} />
            <span>{alert.shortId}</span>
            <AlertMarks alert={alert} isAcknowledged={isAcknowledged} />
            {alert.closedAt === null ? <AlertSilences id={id} /> : null}
          </div>
          <AlertContent alert={alert} history={history} narrow />
        </div>
      )}
    </SidePaneContent>
  )
}

function PaneSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-6 w-full" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-80 w-full" />
    </div>
  )
}
