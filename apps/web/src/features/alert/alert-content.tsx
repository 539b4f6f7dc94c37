'use client'

import type { AlertDetail, LatencyHistory as History } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { LatencyHistory } from '~/features/history/latency-history.tsx'
import { classNames } from '~/ui/class-names.ts'
import { Panel } from '~/ui/panel.tsx'
import { AlertAdvice } from './alert-advice.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { AlertSentence } from './alert-sentence.tsx'
import { AlertTimeline } from './alert-timeline.tsx'
import { CommentForm } from './comment-form.tsx'
import { EndedSentence } from './ended-sentence.tsx'
import { EscalationSentence } from './escalation-sentence.tsx'
import { HeardSentence } from './heard-sentence.tsx'
import { newestOf } from './newest-sample.ts'
import { ToldList } from './told-list.tsx'

interface AlertContentProps {
  readonly alert: AlertDetail
  /** Null for an alert without a project, and while it is on its way. */
  readonly history: History | null
  /** In the side pane everything stands in one column. */
  readonly narrow?: boolean
}

/** Everything about one alert: what is wrong, what to do, what happened, who was told. */
export function AlertContent({ alert, history, narrow = false }: AlertContentProps) {
  const t = useTranslations('alerts')
  const newest = history && alert.closedAt === null ? newestOf(history) : null
  return (
    <div className="wrap-anywhere flex flex-col gap-4">
      <p className="text-balance font-medium text-lg first-letter:uppercase">
        <AlertSentence alert={alert} newest={newest} />
      </p>
      <p className="-mt-2 text-balance text-sm empty:hidden">
        <EndedSentence alert={alert} />
      </p>
      <p className="-mt-2 text-balance text-ink-muted text-sm">
        <HeardSentence alert={alert} />{' '}
        {alert.escalation === null ? null : <EscalationSentence next={alert.escalation} />}
      </p>
      <Panel title={t('detail.advice')}>
        <AlertAdvice event={alert.event} />
      </Panel>
      {alert.project === null ? null : (
        <Panel title={t('detail.chart')}>
          <div className="min-h-72">
            {history === null ? null : (
              <LatencyHistory
                label={t('detail.chartOf', { subject: alert.subject })}
                history={history}
              />
            )}
          </div>
        </Panel>
      )}
      <div
        className={classNames(
          'grid grid-cols-1 items-start gap-4',
          narrow ? '' : 'lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]',
        )}
      >
        <Panel title={t('detail.timeline')}>
          <AlertTimeline alert={alert} />
          <CommentForm alert={alert} />
        </Panel>
        <div className={classNames('flex flex-col gap-4', narrow && '-order-1')}>
          <Panel title={t('detail.told')}>
            <ToldList told={alert.told} />
          </Panel>
          <Panel title={t('detail.facts')}>
            <AlertFacts alert={alert} />
          </Panel>
        </div>
      </div>
    </div>
  )
}
