'use client'

import type { ProjectItem, Sparkline as SparklineData } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Sparkline } from '~/chart/sparkline.tsx'
import type { BulkAction } from '~/features/project-life/bulk-action.ts'
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
  readonly onAct: (action: BulkAction) => void
}

/** One project. Its cells are there once; a phone shows them below the name. */
export function ProjectRow(props: ProjectRowProps) {
  const { project, sparkline, threshold, selected, onToggle, onEditLevel, onAct } = props
  const t = useTranslations('projects')
  const life = useTranslations('projectLife')
  return (
    <Row aria-selected={selected} className="relative">
      <Cell className="project-pick">
        <input
          type="checkbox"
          checked={selected}
          onChange={onToggle}
          aria-label={t('select', { name: project.name })}
          className="row-box"
        />
      </Cell>
      <Cell className="project-name">
        <PageLink href={`/projects/${project.id}`} className="row-link">
          {project.name}
        </PageLink>
        <span className="project-under">
          <Endpoints {...project} />
          {project.isWatched ? null : <Badge tone="amber">{life('watch.off')}</Badge>}
          {project.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      </Cell>
      <Cell className="project-state">
        <ProjectBadge state={project.state} openAlerts={project.openAlerts} />
      </Cell>
      <Cell className="project-latency">
        <LatencyNow seconds={project.latencySeconds} />
      </Cell>
      <Cell className="project-trend">
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
      <Cell className="project-level">
        <LevelButton project={project} onEdit={onEditLevel} />
      </Cell>
      <Cell className="project-owner">{project.ownerName ?? '–'}</Cell>
      <Cell className="project-department">{project.departmentName}</Cell>
      <Cell className="project-heard">
        {project.lastSignalAt === null ? (
          t('neverHeard')
        ) : (
          <RelativeTime at={project.lastSignalAt} />
        )}
      </Cell>
      <Cell className="project-menu">
        <ProjectMenu project={project} onEditLevel={onEditLevel} onAct={onAct} />
      </Cell>
    </Row>
  )
}
