'use client'

import type { ProjectDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Notice } from '~/ui/notice.tsx'

interface WatchNoticeProps {
  readonly project: ProjectDetail
  /** Null where the viewer may not. */
  readonly onResume: (() => void) | null
}

/** Says over a project's page that nobody is told of it, by whose will and until when. */
export function WatchNotice({ project, onResume }: WatchNoticeProps) {
  const t = useTranslations('projectLife')
  const pause = project.watchPause
  if (pause === null) return null
  const { until, byName, reason } = pause
  return (
    <Notice
      tone="warning"
      title={t('watch.title')}
      action={
        onResume === null ? undefined : (
          <Button size="sm" onClick={onResume}>
            {t('action.resume_watching')}
          </Button>
        )
      }
    >
      <p>
        {t('watch.text')}{' '}
        {until === null
          ? t('watch.endless')
          : t.rich('watch.until', { time: () => <ExactTime at={until} /> })}
      </p>
      <p>
        {byName === null ? null : t('watch.by', { name: byName })}{' '}
        {reason === null ? null : t('watch.reason', { reason })}
      </p>
    </Notice>
  )
}
