'use client'

import type { ProtectionLevelSettings } from '@highwater/core/policy'
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
  /** What would be saved. */
  readonly settings: ProtectionLevelSettings
  /** The version that it was made from. */
  readonly version: number
}

/** Between editing and saving: what the new values would do to the alerts of now and of the past. */
export function PreviewPanel({ settings, version }: PreviewPanelProps) {
  const t = useTranslations('backtest')
  const failureText = useFailureText()
  const [asked, setAsked] = useState<Proposal | null>(null)
  const { news, error, isRunning } = usePreview(asked)
  const proposal: Proposal = { of: 'settings', settings, version }
  const isOutdated = asked !== null && JSON.stringify(asked) !== JSON.stringify(proposal)
  return (
    <Panel
      aria-label={t('title')}
      title={t('title')}
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
