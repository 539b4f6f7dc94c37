'use client'

import type { PreviewNews } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { DayComparison } from './day-comparison.tsx'
import { ImpactLists } from './impact-lists.tsx'

/** How far a preview has come, and what it found. */
export function PreviewResult({ news }: { readonly news: PreviewNews }) {
  const t = useTranslations('backtest')
  if (news.is === 'progress') {
    return (
      <progress
        aria-label={t('title')}
        max={Math.max(1, news.total)}
        value={news.done}
        className="h-1.5 w-full accent-accent"
      />
    )
  }
  return (
    <>
      <ImpactLists impact={news.impact} />
      <DayComparison days={news.backtest.days} />
    </>
  )
}
