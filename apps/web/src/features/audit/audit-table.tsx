import type { AuditItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { AuditResult } from './audit-result.tsx'
import { auditSubject } from './audit-subject.ts'
import { RiskMark } from './risk-mark.tsx'

/** Who did what, when, and how it ended. */
export function AuditTable({ items }: { readonly items: readonly AuditItem[] }) {
  const t = useTranslations('audit')
  return (
    <DataTable caption={t('list')} stacks density="dense">
      <TableHead>
        <HeadingCell>{t('column.time')}</HeadingCell>
        <HeadingCell>{t('column.who')}</HeadingCell>
        <HeadingCell>{t('column.operation')}</HeadingCell>
        <HeadingCell>{t('column.target')}</HeadingCell>
        <HeadingCell>{t('column.result')}</HeadingCell>
        <HeadingCell>{t('column.risk')}</HeadingCell>
        <HeadingCell>{t('column.address')}</HeadingCell>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id}>
            <Cell>
              <TextLink href={`/audit/${item.id}`}>
                <ExactTime at={item.at} />
              </TextLink>
            </Cell>
            <Cell className="sm:max-w-48 sm:truncate" title={item.actorName}>
              {item.actorName}
              {item.actorType === 'user' ? null : (
                <span className="ml-1.5 text-ink-faint text-xs">
                  {t(`actor.${item.actorType}`)}
                </span>
              )}
            </Cell>
            <Cell className="sm:whitespace-nowrap">{t(`operation.${item.operation}`)}</Cell>
            <Cell className="sm:max-w-72 sm:truncate" title={item.targetName ?? undefined}>
              {auditSubject(item, t(`target.${item.target}`))}
            </Cell>
            <Cell>
              <AuditResult item={item} />
            </Cell>
            <Cell>
              <RiskMark risk={item.risk} />
            </Cell>
            <Cell className="whitespace-nowrap font-mono text-xs">{item.ip}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
