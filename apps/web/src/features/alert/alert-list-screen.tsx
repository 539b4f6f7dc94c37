'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { BellOff, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { UnlessNoDepartment } from '~/frame/no-department.tsx'
import { useTRPC } from '~/trpc/client.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { IgnoredFilters } from '~/ui/ignored-filters.tsx'
import { LinkTabs } from '~/ui/link-tabs.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Panel } from '~/ui/panel.tsx'
import { AlertFilters } from './alert-filters.tsx'
import type { AlertListInput } from './alert-list-input.ts'
import { AlertPane } from './alert-pane.tsx'
import { AlertRows } from './alert-rows.tsx'
import type { AlertSearch } from './alert-search.ts'
import { ExportAlerts } from './export-alerts.tsx'
import { RowKeys } from './row-keys.tsx'
import { useOpenAlert } from './use-open-alert.ts'

interface AlertListScreenProps {
  readonly search: AlertSearch
  /** What the address asks for in vain. */
  readonly ignored: readonly string[]
  /** What the server asked for, so that the page asks for exactly the same. */
  readonly input: AlertListInput
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

/** Every alert, open and past; the list's state is its address. */
export function AlertListScreen({ search, ignored, input, departments }: AlertListScreenProps) {
  const t = useTranslations('alerts')
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(trpc.alert.list.queryOptions(input))
  const { openId, open, close } = useOpenAlert()
  const { cursor, scope, ...filters } = search
  const isFiltered = Object.entries(filters).some(
    ([name, value]) => name !== 'range' && value !== undefined,
  )
  const tab = (wanted: AlertSearch['scope']) =>
    listAddress('/alerts', { ...filters, scope: wanted })
  const projectName = data.items.find(({ project }) => project?.id === search.project)?.project
    ?.name
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {data.items.length > 0 ? <RowKeys alerts={data.items} selects={false} /> : null}
            <ExportAlerts input={input} />
          </>
        }
      />
      <IgnoredFilters filters={ignored} />
      <LinkTabs
        label={t('scope.label')}
        tabs={[
          { href: tab(undefined), label: t('scope.all'), current: scope === undefined },
          { href: tab('project'), label: t('scope.project'), current: scope === 'project' },
          { href: tab('system'), label: t('scope.system'), current: scope === 'system' },
        ]}
      />
      <AlertFilters search={search} departments={departments} projectName={projectName ?? null} />
      <Panel flush>
        {data.items.length > 0 ? (
          <AlertRows alerts={data.items} onOpen={open} />
        ) : isFiltered ? (
          <EmptyState icon={BellOff} title={t('noMatch.title')}>
            {t('noMatch.text')}
          </EmptyState>
        ) : (
          <UnlessNoDepartment>
            <EmptyState icon={CircleCheck} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          </UnlessNoDepartment>
        )}
        <Pagination
          firstHref={
            cursor === undefined ? null : listAddress('/alerts', { ...search, cursor: undefined })
          }
          nextHref={
            data.nextCursor === null
              ? null
              : listAddress('/alerts', { ...search, cursor: data.nextCursor })
          }
          shown={data.items.length}
        />
      </Panel>
      <AlertPane id={openId} onClose={close} />
    </>
  )
}
