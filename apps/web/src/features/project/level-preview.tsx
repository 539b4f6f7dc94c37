'use client'

import type { ProtectionLevel } from '@highwater/core/policy'
import type { ListedProject } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PreviewResult } from '~/features/backtest/preview-result.tsx'
import { PreviewStatus } from '~/features/backtest/preview-status.tsx'
import { type Proposal, usePreview } from '~/features/backtest/use-preview.ts'
import { choiceOf, type ListFilter } from '~/features/project-life/bulk-action.ts'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'

interface LevelPreviewProps {
  readonly level: ProtectionLevel
  readonly projects: readonly Pick<ListedProject, 'id'>[]
  readonly filter: ListFilter | null
}

/**
 * What another level would do. A few projects are looked through as soon as the level is chosen; for
 * all that a filter finds, which may be many, only when asked.
 */
export function LevelPreview({ level, projects, filter }: LevelPreviewProps) {
  const t = useTranslations('backtest')
  const failureText = useFailureText()
  const [asked, setAsked] = useState<ProtectionLevel | null>(null)
  const isWanted = filter === null || asked === level
  const proposal: Proposal = { of: 'level', level, choice: choiceOf({ projects, filter }) }
  const { news, error } = usePreview(isWanted ? proposal : null)
  return (
    <section
      aria-label={t('titleOfLevel')}
      className="flex flex-col gap-3 border-line border-t pt-3"
    >
      {isWanted ? null : (
        <Button className="self-start" onClick={() => setAsked(level)}>
          {t('run')}
        </Button>
      )}
      <PreviewStatus news={news} />
      {error === null ? null : <Notice tone="error">{failureText(error)}</Notice>}
      {news === null ? null : <PreviewResult news={news} />}
    </section>
  )
}
