import type { LevelRulePreview } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'

interface ExampleTableProps extends Pick<LevelRulePreview, 'examples'> {
  readonly total: number
}

/** The first projects whose level would change. */
export function ExampleTable({ examples, total }: ExampleTableProps) {
  const t = useTranslations('levelRules.apply')
  const isCut = examples.length < total
  return (
    <Panel
      title={t('examples')}
      description={isCut ? t('first', { shown: examples.length, total }) : undefined}
      flush
    >
      <DataTable caption={t('examples')} stacks>
        <TableHead>
          <HeadingCell>{t('project')}</HeadingCell>
          <HeadingCell>{t('from')}</HeadingCell>
          <HeadingCell>{t('to')}</HeadingCell>
        </TableHead>
        <tbody>
          {examples.map(({ id, name, from, to }) => (
            <Row key={id}>
              <Cell className="wrap-anywhere min-w-40">
                <TextLink href={`/projects/${id}`}>{name}</TextLink>
              </Cell>
              <Cell label={t('from')}>
                <LevelShield level={from} />
              </Cell>
              <Cell label={t('to')}>
                <LevelShield level={to} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
