'use client'

import type { ProjectItem, Sparkline as SparklineData } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Sparkline } from '~/chart/sparkline.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Cell, Row } from '~/ui/data-table.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { Endpoints } from './endpoints.tsx'
import { LatencyNow } from './latency-now.tsx'
import { LevelButton } from './level-button.tsx'
import { ProjectBadge } from './project-badge.tsx'
import { ProjectMenu } from './project-menu.tsx'

interface ProjectRowProps {
  readonly project: ProjectItem
  readonly sparkline: SparklineData | undefined
  /** Seconds; null under "No Protection". */
  readonly threshold: number | null
  readonly selected: boolean
  readonly onToggle: () => void
  readonly onEditLevel: () => void
}

/** One project. On a phone the columns fold into the first cell. */
export function ProjectRow(props: ProjectRowProps) {
  const { project, sparkline, threshold, selected, onToggle, onEditLevel } = props
  const t = useTranslations('projects')
  const level = <LevelButton project={project} onEdit={onEditLevel} />
  return (
    <Row aria-selected={selected} className="relative">
      <Cell className="w-8 pr-0 align-top">
        <input
          type="checkbox"
          checked={selected}
          onChange={onToggle}
          aria-label={t('select', { name: project.name })}
          className="relative z-1 mt-2.5 size-4 accent-accent-fill max-sm:size-5"
        />
      </Cell>
      <Cell className="py-2">
        <span className="float-right ml-3 whitespace-nowrap font-medium md:hidden">
          <LatencyNow seconds={project.latencySeconds} />
        </span>
        <PageLink
          href={`/projects/${project.id}`}
          className="wrap-anywhere font-medium outline-offset-2 after:absolute after:inset-0 after:content-[''] hover:underline"
        >
          {project.name}
        </PageLink>
        <span className="block text-ink-muted text-xs">
          <Endpoints {...project} />
        </span>
        {project.tags.length === 0 ? null : (
          <span className="mt-1 flex flex-wrap gap-1 2xl:hidden">
            {project.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        )}
        <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 md:hidden">
          <ProjectBadge state={project.state} openAlerts={project.openAlerts} />
          {level}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap max-md:hidden">
        <ProjectBadge state={project.state} openAlerts={project.openAlerts} />
      </Cell>
      <Cell className="whitespace-nowrap text-right max-md:hidden">
        <LatencyNow seconds={project.latencySeconds} />
      </Cell>
      <Cell className="max-lg:hidden">
        {sparkline === undefined ? (
          <span aria-hidden className="block h-6 w-28" />
        ) : (
          <Sparkline
            from={sparkline.from}
            to={sparkline.to}
            samples={sparkline.samples}
            thresholds={[{ from: sparkline.from, seconds: threshold }]}
          />
        )}
      </Cell>
      <Cell className="max-md:hidden">{level}</Cell>
      <Cell className="max-2xl:hidden">
        <span className="flex gap-1">
          {project.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      </Cell>
      <Cell className="text-ink-muted max-xl:hidden">{project.ownerName ?? '–'}</Cell>
      <Cell className="text-ink-muted max-2xl:hidden">{project.departmentName}</Cell>
      <Cell className="whitespace-nowrap text-ink-muted max-lg:hidden">
        {project.lastSignalAt === null ? (
          t('neverHeard')
        ) : (
          <RelativeTime at={project.lastSignalAt} />
        )}
      </Cell>
      <Cell className="w-8 pl-0 text-right max-sm:align-top">
        <ProjectMenu project={project} onEditLevel={onEditLevel} />
      </Cell>
    </Row>
  )
}
