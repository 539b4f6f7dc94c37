import { guardedLevels, type ProtectionLevelSettings } from '@highwater/core/policy'
import { projectKinds } from '@highwater/core/project'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { Panel } from '~/ui/panel.tsx'
import { type LevelField, levelValue, thresholdFields } from './level-fields.ts'
import { useLevelWords } from './level-words.ts'

const rowTexts = {
  latencySeconds: 'row.latency',
  interruptionSeconds: 'row.interruption',
  frequencyMinutes: 'row.frequency',
} as const

type TableRow = Pick<LevelField, 'kind' | 'name'>

/** The settings for those who may look at them but not change them. */
export function LevelsTable({ settings }: { readonly settings: ProtectionLevelSettings }) {
  const t = useTranslations('settings')
  const common = useTranslations('common.projectKind')
  const words = useLevelWords()
  const names = [...thresholdFields, 'frequencyMinutes'] as const
  const rows: readonly TableRow[] = [
    ...names.map((name): TableRow => ({ kind: null, name })),
    ...projectKinds
      .flatMap((kind) => thresholdFields.map((name): TableRow => ({ kind, name })))
      .filter((row) =>
        guardedLevels.some((level) => levelValue(settings, { ...row, level }) !== undefined),
      ),
  ]
  return (
    <Panel flush>
      <DataTable caption={t('table')}>
        <TableHead>
          <HeadingCell>
            <span className="sr-only">{t('conflict.field')}</span>
          </HeadingCell>
          {guardedLevels.map((level) => (
            <HeadingCell key={level}>
              <LevelShield level={level} />
            </HeadingCell>
          ))}
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.kind}-${row.name}`}>
              <th scope="row" className="px-4 py-2 font-medium text-sm">
                {t(rowTexts[row.name])}
                {row.kind === null ? null : (
                  <span className="block font-normal text-ink-faint text-xs">
                    {common(row.kind)}
                  </span>
                )}
              </th>
              {guardedLevels.map((level) => (
                <Cell key={level}>
                  {words.value({ ...row, level }, levelValue(settings, { ...row, level }))}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
