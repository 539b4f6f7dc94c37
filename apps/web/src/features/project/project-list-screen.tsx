'use client'

import type { ListedProject } from '@highwater/db/queries'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ShieldHalf, Tags } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkRequest } from '~/features/project-life/bulk-action.ts'
import { BulkDialog } from '~/features/project-life/bulk-dialog.tsx'
import { BulkMenu } from '~/features/project-life/bulk-menu.tsx'
import { useTRPC } from '~/trpc/client.tsx'
import { Button } from '~/ui/button.tsx'
import { IgnoredFilters } from '~/ui/ignored-filters.tsx'
import { LinkTabs } from '~/ui/link-tabs.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Panel } from '~/ui/panel.tsx'
import { SelectionBar } from '~/ui/selection-bar.tsx'
import { AddProjectButton } from './add-project-button.tsx'
import { LevelDialog } from './level-dialog.tsx'
import { ProjectFilters } from './project-filters.tsx'
import { ProjectListEmpty } from './project-list-empty.tsx'
import { type ProjectListInput, type ProjectSearch, withoutUsualSort } from './project-search.ts'
import { ProjectTable } from './project-table.tsx'

interface ProjectListScreenProps {
  readonly search: ProjectSearch
  /** What the address asks for in vain. */
  readonly ignored: readonly string[]
  /** What the server asked for, so that the page asks for exactly the same. */
  readonly input: ProjectListInput
}

/** Latency moves without any notice, so the page is read again from time to time. */
const readEveryMs = 15_000

/** Everything that is watched; the list's state is its address. */
export function ProjectListScreen({ search, ignored, input }: ProjectListScreenProps) {
  const t = useTranslations('projects')
  const life = useTranslations('projectLife.dialog')
  const common = useTranslations('common.projectKind')
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(
    trpc.project.list.queryOptions(input, { refetchInterval: readEveryMs }),
  )
  const { data: settings } = useSuspenseQuery(trpc.policy.levels.queryOptions())
  const { data: tags } = useSuspenseQuery(trpc.project.tagNames.queryOptions())
  const { data: departments } = useSuspenseQuery(trpc.people.departments.queryOptions())
  const projects = data.items.map(({ id }) => id).sort()
  const { data: sparklines = [] } = useQuery(
    trpc.project.sparklines.queryOptions(
      { projects },
      {
        enabled: projects.length > 0,
        placeholderData: keepPreviousData,
        refetchInterval: 4 * readEveryMs,
      },
    ),
  )
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [acting, setActing] = useState<BulkRequest | null>(null)
  const [everything, setEverything] = useState(false)
  const [editing, setEditing] = useState<readonly ListedProject[]>([])
  const chosen = data.items.filter(({ id }) => selected.has(id))
  const { cursor, kind, sort: _, ...filters } = search
  const select = (ids: ReadonlySet<string>) => {
    setSelected(ids)
    setEverything(false)
  }
  const isWholePage = chosen.length > 0 && chosen.length === data.items.length
  const hasMore = data.nextCursor !== null || cursor !== undefined
  const address = withoutUsualSort(search)
  const tab = (wanted: ProjectSearch['kind']) =>
    listAddress('/projects', { ...address, kind: wanted, cursor: undefined })
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <Button asChild>
              <PageLink href="/projects/tags">
                <Tags aria-hidden />
                {t('column.tags')}
              </PageLink>
            </Button>
            <AddProjectButton />
          </>
        }
      />
      <IgnoredFilters filters={ignored} />
      <LinkTabs
        label={t('filter.kind')}
        tabs={[
          { href: tab(undefined), label: t('all'), current: kind === undefined },
          { href: tab('migration'), label: common('migration'), current: kind === 'migration' },
          {
            href: tab('synchronization'),
            label: common('synchronization'),
            current: kind === 'synchronization',
          },
        ]}
      />
      <ProjectFilters search={search} departments={departments} tags={tags} />
      <Panel flush>
        {data.items.length === 0 ? (
          <ProjectListEmpty
            isFiltered={Object.values(filters).some((value) => value !== undefined)}
          />
        ) : (
          <ProjectTable
            projects={data.items}
            sparklines={sparklines}
            settings={settings}
            search={search}
            selected={selected}
            onSelect={select}
            onEditLevel={(project) => setEditing([project])}
            onAct={(action, project) =>
              setActing({ action, target: { projects: [project], filter: null } })
            }
          />
        )}
        <Pagination
          firstHref={
            cursor === undefined
              ? null
              : listAddress('/projects', { ...address, cursor: undefined })
          }
          nextHref={
            data.nextCursor === null
              ? null
              : listAddress('/projects', { ...address, cursor: data.nextCursor })
          }
          shown={data.items.length}
        />
      </Panel>
      <SelectionBar
        count={chosen.length}
        note={everything ? life('everything') : null}
        onClear={() => select(new Set())}
      >
        {isWholePage && hasMore && !everything ? (
          <Button size="sm" onClick={() => setEverything(true)}>
            {life('allMatching')}
          </Button>
        ) : null}
        <Button size="sm" tone="primary" onClick={() => setEditing(chosen)}>
          <ShieldHalf aria-hidden />
          {t('level.action')}
        </Button>
        <BulkMenu
          size="sm"
          onChoose={(action) =>
            setActing({
              action,
              target: { projects: chosen, filter: everything ? { kind, ...filters } : null },
            })
          }
        />
      </SelectionBar>
      <BulkDialog request={acting} onClose={() => setActing(null)} />
      <LevelDialog
        projects={editing}
        filter={everything && editing.length > 1 ? { kind, ...filters } : null}
        onClose={() => setEditing([])}
      />
    </>
  )
}
