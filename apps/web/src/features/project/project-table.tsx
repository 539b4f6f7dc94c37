'use client'

import { toSeconds } from '@highwater/core'
import { type ProtectionLevelSettings, thresholdsFor } from '@highwater/core/policy'
import type { ListedProject, Sparkline } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkAction } from '~/features/project-life/bulk-action.ts'
import { DataTable, HeadingCell, TableHead } from '~/ui/data-table.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { SortableHeading } from '~/ui/sortable-heading.tsx'
import { toggled } from '~/ui/toggled.ts'
import { ProjectRow } from './project-row.tsx'
import { type ProjectSearch, withoutUsualSort } from './project-search.ts'
import { useFollow } from './use-follow.ts'
import { useRowWords } from './use-row-words.ts'

interface ProjectTableProps {
  readonly projects: readonly ListedProject[]
  readonly sparklines: readonly Sparkline[]
  readonly settings: ProtectionLevelSettings
  readonly search: ProjectSearch
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onEditLevel: (project: ListedProject) => void
  readonly onAct: (action: BulkAction, project: ListedProject) => void
}

/** The projects of one page of the list. */
export function ProjectTable(props: ProjectTableProps) {
  const { projects, sparklines, settings, search, selected, onSelect, onEditLevel, onAct } = props
  const t = useTranslations('projects')
  const words = useRowWords()
  const follow = useFollow()
  const [menuOf, setMenuOf] = useState<ListedProject['id'] | null>(null)
  const all = projects.length > 0 && projects.every(({ id }) => selected.has(id))
  const sortHref = (sort: ProjectSearch['sort']) =>
    listAddress('/projects', {
      ...withoutUsualSort({ ...search, sort: search.sort === sort ? 'attention' : sort }),
      cursor: undefined,
    })
  const direction = (sort: ProjectSearch['sort']) => (search.sort === sort ? 'ascending' : null)
  const thresholdOf = ({ protectionLevel, kind }: ListedProject) => {
    const thresholds = thresholdsFor(settings, protectionLevel, kind)
    return thresholds && toSeconds(thresholds.latency)
  }
  return (
    <DataTable caption={t('list')} className="project-table">
      <TableHead>
        <HeadingCell className="w-8 pr-0">
          <input
            type="checkbox"
            checked={all}
            onChange={() => onSelect(new Set(all ? [] : projects.map(({ id }) => id)))}
            aria-label={t('selectAll')}
            className="size-4 align-middle accent-accent-fill max-sm:size-5"
          />
        </HeadingCell>
        <SortableHeading href={sortHref('name')} direction={direction('name')} className="w-full">
          {t('column.name')}
        </SortableHeading>
        <HeadingCell className="max-md:hidden">{t('column.state')}</HeadingCell>
        <HeadingCell className="text-right max-md:hidden">{t('column.latency')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('column.trend')}</HeadingCell>
        <SortableHeading
          href={sortHref('level')}
          direction={direction('level')}
          className="max-md:hidden"
        >
          {t('column.level')}
        </SortableHeading>
        <HeadingCell className="max-xl:hidden">{t('column.owner')}</HeadingCell>
        <HeadingCell className="max-2xl:hidden">{t('column.department')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('column.lastSignal')}</HeadingCell>
        <HeadingCell className="w-8 pl-0">
          <span className="sr-only">{t('column.actions')}</span>
        </HeadingCell>
      </TableHead>
      <tbody>
        {projects.map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            words={words}
            sparkline={sparklines.find(({ projectId }) => projectId === project.id)}
            threshold={thresholdOf(project)}
            selected={selected.has(project.id)}
            isMenuAsked={menuOf === project.id}
            onFollow={follow}
            onAskMenu={() => setMenuOf(project.id)}
            onToggle={() => onSelect(toggled(selected, project.id))}
            onEditLevel={() => onEditLevel(project)}
            onAct={(action) => onAct(action, project)}
          />
        ))}
      </tbody>
    </DataTable>
  )
}
