'use client'

import type { ProjectId } from '@highwater/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { LatencyHistory } from '~/features/history/latency-history.tsx'
import { useTRPC } from '~/trpc/client.tsx'
import { useNow } from '~/ui/clock.tsx'
import { LinkTabs } from '~/ui/link-tabs.tsx'
import { Panel } from '~/ui/panel.tsx'
import { type ProjectRange, projectRangeNames, projectRanges, rangeUntil } from './project-range.ts'

interface ProjectChartProps {
  readonly project: { readonly id: ProjectId; readonly name: string }
  readonly range: ProjectRange
}

const readEveryMs = 15_000

/** The latency of a project with everything that happened, over a range that stands in the address. */
export function ProjectChart({ project, range }: ProjectChartProps) {
  const t = useTranslations('projects.detail')
  const trpc = useTRPC()
  const bounds = rangeUntil(useNow(), range)
  const { data: history } = useQuery(
    trpc.project.history.queryOptions(
      { project: project.id, ...bounds },
      { placeholderData: keepPreviousData, refetchInterval: readEveryMs },
    ),
  )
  const label = t('latencyOf', { name: project.name })
  return (
    <Panel aria-label={label} className="[&>div]:pt-1">
      <LinkTabs
        label={t('range')}
        tabs={projectRangeNames.map((name) => ({
          href: `/projects/${project.id}?range=${name}`,
          label:
            projectRanges[name] <= 24
              ? t('lastHours', { count: projectRanges[name] })
              : t('lastDays', { count: projectRanges[name] / 24 }),
          current: name === range,
        }))}
      />
      <div className="mt-4 min-h-80">
        {history === undefined ? null : <LatencyHistory label={label} history={history} />}
        {history === undefined || history.resolution === 'signal' ? null : (
          <p className="mt-2 text-ink-faint text-xs">{t(`resolution.${history.resolution}`)}</p>
        )}
      </div>
    </Panel>
  )
}
