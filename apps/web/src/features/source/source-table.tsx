import type { SourceItem } from '@highwater/db/queries'
import { isSourceKind, sourceKindOf } from '@highwater/sources/catalog'
import { useLocale, useTranslations } from 'next-intl'
import { EnabledSwitch } from '~/forms/enabled-switch.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { setSourceEnabled } from './source-actions.ts'
import { SourceStanding } from './source-standing.tsx'

interface SourceRow {
  readonly source: SourceItem
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

/** What is read, and whether it answers. */
export function SourceTable({ rows }: { readonly rows: readonly SourceRow[] }) {
  const t = useTranslations('system.source')
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('name')}</HeadingCell>
        <HeadingCell>{t('state')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('lastPoll')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('projects')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('department')}</HeadingCell>
        <HeadingCell>{t('enabled')}</HeadingCell>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <SourceTableRow key={row.source.id} {...row} />
        ))}
      </tbody>
    </DataTable>
  )
}

function SourceTableRow({ source, refusal }: SourceRow) {
  const t = useTranslations('system.source')
  const common = useTranslations('common')
  const locale = useLocale()
  const { id, name, kind, enabled, lastCollectedAt, projects } = source
  return (
    <Row>
      <Cell>
        <TextLink href={`/sources/${id}`} className="font-medium">
          {name}
        </TextLink>
        <span className="block text-ink-faint text-xs">
          {isSourceKind(kind) ? sourceKindOf(kind).label[locale] : kind}
        </span>
      </Cell>
      <Cell>
        <SourceStanding source={source} />
      </Cell>
      <Cell className="max-md:hidden">
        {lastCollectedAt === null ? (
          <span className="text-ink-faint">{common('never')}</span>
        ) : (
          <RelativeTime at={lastCollectedAt} />
        )}
      </Cell>
      <Cell className="max-md:hidden">{t('seeProjects', { count: projects })}</Cell>
      <Cell className="max-lg:hidden">{source.departmentName}</Cell>
      <Cell>
        <EnabledSwitch
          action={setSourceEnabled}
          values={{ source: id }}
          isOn={enabled}
          label={t('switch', { name })}
          done={t(enabled ? 'turnedOff' : 'turnedOn', { name })}
          refusal={refusal}
        />
      </Cell>
    </Row>
  )
}
