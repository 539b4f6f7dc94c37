import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import type { LevelChange } from './level-changes.ts'
import { pathOf } from './level-fields.ts'
import { useLevelWords } from './level-words.ts'

interface ComparisonTableProps {
  readonly caption: string
  readonly changes: readonly LevelChange[]
  readonly before: string
  readonly after: string
}

/** Two versions of the settings side by side, the values that differ. */
export function ComparisonTable({ caption, changes, before, after }: ComparisonTableProps) {
  const t = useTranslations('settings.conflict')
  const words = useLevelWords()
  return (
    <DataTable caption={caption} density="dense">
      <TableHead>
        <HeadingCell>{t('field')}</HeadingCell>
        <HeadingCell>{before}</HeadingCell>
        <HeadingCell>{after}</HeadingCell>
      </TableHead>
      <tbody>
        {changes.map((change) => (
          <Row key={pathOf(change.field)}>
            <Cell>{words.name(change.field)}</Cell>
            <Cell>{words.value(change.field, change.before)}</Cell>
            <Cell className="font-medium">{words.value(change.field, change.after)}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
