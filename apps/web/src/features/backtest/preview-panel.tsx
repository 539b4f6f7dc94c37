'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { PreviewResult } from './preview-result.tsx'
import { PreviewStatus } from './preview-status.tsx'
import { type Proposal, usePreview } from './use-preview.ts'

interface PreviewPanelProps {
  /** What would be done. */
  readonly proposal: Proposal
  /** What the panel is called; after saving unless told. */
  readonly title?: string
}

/** Before it is done: what it would do to the alerts of now and of the past. */
export function PreviewPanel({ proposal, title }: PreviewPanelProps) {
  const t = useTranslations('backtest')
  const name = title ?? t('title')
  const failureText = useFailureText()
  const [asked, setAsked] = useState<Proposal | null>(null)
  const { news, error, isRunning } = usePreview(asked)
  const isOutdated = asked !== null && JSON.stringify(asked) !== JSON.stringify(proposal)
  return (
    <Panel
      aria-label={name}
      title={name}
      flush={asked === null}
      description={t('description')}
      actions={
        <Button onClick={() => setAsked(proposal)} disabled={isRunning && !isOutdated}>
          {t(asked === null ? 'run' : 'again')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <PreviewStatus news={news} isOutdated={isOutdated} />
        {error === null ? null : <Notice tone="error">{failureText(error)}</Notice>}
        {news === null ? null : <PreviewResult news={news} />}
      </div>
    </Panel>
  )
}
