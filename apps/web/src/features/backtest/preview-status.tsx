'use client'

import type { PreviewNews } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

interface PreviewStatusProps {
  readonly news: PreviewNews | null
  /** The values have changed since it was asked. */
  readonly isOutdated?: boolean
}

/** How a preview stands, in a sentence that is read out when it changes. */
export function PreviewStatus({ news, isOutdated = false }: PreviewStatusProps) {
  const t = useTranslations('backtest')
  return (
    <p role="status" className="text-ink-muted text-sm empty:hidden">
      {isOutdated ? t('outdated') : null}
      {!isOutdated && news?.is === 'progress' ? t('running', news) : null}
      {!isOutdated && news?.is === 'result' ? t('concerned', { count: news.projects }) : null}
    </p>
  )
}
