'use client'

import { useTranslations } from 'next-intl'
import { RelativeTime } from '~/ui/relative-time.tsx'
import type { BulkTarget } from './bulk-action.ts'

const mostShown = 10

/** The projects that an action is about, with when each was last heard of. */
export function BulkProjects({ projects }: Pick<BulkTarget, 'projects'>) {
  const t = useTranslations('projectLife.dialog')
  const shown = projects.slice(0, mostShown)
  return (
    <ul className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2 text-sm">
      {shown.map(({ id, name, lastSignalAt }) => (
        <li key={id} className="wrap-anywhere">
          <span className="font-medium">{name}</span>
          <span className="text-ink-muted">
            {' · '}
            {lastSignalAt === null
              ? t('noSignal')
              : t.rich('lastSignal', { time: () => <RelativeTime at={lastSignalAt} /> })}
          </span>
        </li>
      ))}
      {projects.length > mostShown ? (
        <li className="text-ink-muted">{t('andMore', { count: projects.length - mostShown })}</li>
      ) : null}
    </ul>
  )
}
