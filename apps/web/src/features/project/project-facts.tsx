'use client'

import { toSeconds } from '@highwater/core'
import type { ProjectPage } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { CopyButton } from '~/ui/copy-button.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { HumanDuration } from '~/ui/human-duration.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { useListing } from '~/ui/use-listing.ts'

/** What is known of a project beside its latency. */
export function ProjectFacts({ project, interval }: Pick<ProjectPage, 'project' | 'interval'>) {
  const t = useTranslations('projects')
  const never = useTranslations('common')('never')
  const listed = useListing()
  const key = project.externalKey
  return (
    <FactList
      facts={[
        [
          t('detail.lastSignal'),
          project.lastSignalAt === null ? never : <RelativeTime at={project.lastSignalAt} />,
        ],
        [
          t('detail.caughtUpAt'),
          project.caughtUpAt === null ? never : <ExactTime at={project.caughtUpAt} />,
        ],
        [t('detail.step'), project.step],
        [
          t('detail.interval'),
          interval === null || interval < 1_000 ? null : (
            <HumanDuration seconds={Math.round(toSeconds(interval))} />
          ),
        ],
        [
          t('detail.clockAhead'),
          project.clockAheadMs === null ? null : (
            <HumanDuration seconds={toSeconds(project.clockAheadMs)} />
          ),
        ],
        [t('detail.message'), project.message],
        [t('column.owner'), project.ownerName],
        [t('new.maintainers'), listed(project.maintainers.map(({ name }) => name)) || null],
        [t('column.department'), project.departmentName],
        [
          t('column.tags'),
          project.tags.length === 0 ? null : (
            <span className="flex flex-wrap gap-1">
              {project.tags.map((tag) => (
                <Badge key={tag} className="max-w-full" title={tag}>
                  <span className="truncate">{tag}</span>
                </Badge>
              ))}
            </span>
          ),
        ],
        [t('new.externalKey'), key === null ? null : <code className="font-mono">{key}</code>],
        [
          t('detail.id'),
          <span key="id" className="flex items-center gap-1">
            <code className="wrap-anywhere font-mono text-xs">{project.id}</code>
            <CopyButton text={project.id} subject={t('detail.id')} />
          </span>,
        ],
        [t('detail.createdAt'), <ExactTime key="created" at={project.createdAt} />],
      ]}
    />
  )
}
