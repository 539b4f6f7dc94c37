'use client'

import type { ProtectionLevelSettings } from '@highwater/core/policy'
import type { PreviewNews } from '@highwater/db/queries'
import { skipToken } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { DayComparison } from './day-comparison.tsx'
import { ImpactLists } from './impact-lists.tsx'

interface PreviewPanelProps {
  /** What would be saved. */
  readonly settings: ProtectionLevelSettings
  /** The version that it was made from. */
  readonly version: number
}

/** Between editing and saving: what the new values would do to the alerts of now and of the past. */
export function PreviewPanel({ settings, version }: PreviewPanelProps) {
  const t = useTranslations('backtest')
  const trpc = useTRPC()
  const failureText = useFailureText()
  const [asked, setAsked] = useState<PreviewPanelProps | null>(null)
  const [news, setNews] = useState<PreviewNews | null>(null)
  const { error } = useSubscription(
    trpc.policy.preview.subscriptionOptions(
      asked === null ? skipToken : { ...asked.settings, version: asked.version },
      { onData: setNews },
    ),
  )
  const isRunning = asked !== null && error === null && news?.is !== 'result'
  const isOutdated =
    asked !== null && JSON.stringify(asked) !== JSON.stringify({ settings, version })
  const run = () => {
    setNews(null)
    setAsked({ settings, version })
  }
  return (
    <Panel
      aria-label={t('title')}
      title={t('title')}
      description={t('description')}
      actions={
        <Button onClick={run} disabled={isRunning && !isOutdated}>
          {t(asked === null ? 'run' : 'again')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p role="status" className="text-ink-muted text-sm empty:hidden">
          {isOutdated ? t('outdated') : null}
          {!isOutdated && isRunning && news?.is === 'progress' ? t('running', news) : null}
          {!isOutdated && news?.is === 'result' ? t('concerned', { count: news.projects }) : null}
        </p>
        {isRunning && news?.is === 'progress' ? (
          <progress
            aria-label={t('title')}
            max={Math.max(1, news.total)}
            value={news.done}
            className="h-1.5 w-full accent-accent"
          />
        ) : null}
        {error === null ? null : <Notice tone="error">{failureText(error)}</Notice>}
        {news?.is === 'result' ? (
          <>
            <ImpactLists impact={news.impact} />
            <DayComparison days={news.backtest.days} />
          </>
        ) : null}
      </div>
    </Panel>
  )
}
