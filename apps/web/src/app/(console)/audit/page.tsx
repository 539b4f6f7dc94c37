import { auditOperations, auditTargets, riskLevels } from '@highwater/core/audit'
import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditChain } from '~/features/audit/audit-chain.tsx'
import { AuditClosed } from '~/features/audit/audit-closed.tsx'
import {
  AuditFilters,
  type AuditQuery,
  auditParameters,
  auditResults,
  auditRoles,
} from '~/features/audit/audit-filters.tsx'
import { AuditTable } from '~/features/audit/audit-table.tsx'
import { ExportAudit } from '~/features/audit/export-audit.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { definedOnly } from '~/list/defined-only.ts'
import { notUnderstood } from '~/list/not-understood.ts'
import { pageNow } from '~/list/page-now.ts'
import { readAtCursor } from '~/list/read-at-cursor.ts'
import { oneOf, type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { rangeStart, timeRanges } from '~/list/time-range.ts'
import { closedFor } from '~/server/closed-for.ts'
import { caller } from '~/trpc/server.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { IgnoredFilters } from '~/ui/ignored-filters.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

const path = '/audit'

const filterOf = (query: AuditQuery, from: number | undefined) =>
  definedOnly({
    actor: query.actor,
    targetId: query.targetId,
    target: oneOf(auditTargets, query.target),
    operation: oneOf(auditOperations, query.operation),
    role: oneOf(auditRoles, query.role),
    risk: oneOf(riskLevels, query.risk),
    result: oneOf(auditResults, query.result),
    q: query.q,
    from,
  })

interface AuditPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const t = await getTranslations('audit')
  if ((await closedFor('audit.read')) !== null) {
    return (
      <>
        <PageHeader title={t('title')} />
        <AuditClosed />
      </>
    )
  }
  const query = readListQuery(await searchParams, auditParameters)
  const api = await caller()
  const input = filterOf(query, rangeStart(query.range, await pageNow()))
  const [{ page, cursor }, last] = await Promise.all([
    readAtCursor(query.cursor, (place) => api.audit.list({ ...input, ...place })),
    api.audit.lastVerification(),
  ])
  const { cursor: _, ...filters } = query
  const isFiltered = Object.keys(filters).length > 0
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<ExportAudit input={input} />}
      />
      <IgnoredFilters
        filters={notUnderstood(query, { ...input, cursor, range: oneOf(timeRanges, query.range) })}
      />
      <ClientText areas={['audit']}>
        <AuditChain last={last} />
      </ClientText>
      <AuditFilters
        path={path}
        query={query}
        actorName={page.items.find((item) => item.actorId === query.actor)?.actorName}
        targetName={
          page.items.find((item) => item.targetId === query.targetId)?.targetName ?? undefined
        }
      />
      <Panel flush>
        {page.items.length === 0 ? (
          <EmptyState icon={ScrollText} title={t(isFiltered ? 'noMatch.title' : 'empty.title')}>
            {t(isFiltered ? 'noMatch.text' : 'empty.text')}
          </EmptyState>
        ) : (
          <>
            <AuditTable items={page.items} />
            <Pagination
              firstHref={cursor === undefined ? null : listAddress(path, filters)}
              nextHref={
                page.nextCursor === null
                  ? null
                  : listAddress(path, { ...filters, cursor: page.nextCursor })
              }
              shown={page.items.length}
            />
          </>
        )}
      </Panel>
    </>
  )
}
