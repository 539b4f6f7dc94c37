import type { SystemPage } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { oneOf } from '~/list/read-list-query.ts'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { millisInWords } from '~/ui/millis-words.ts'
import { Panel } from '~/ui/panel.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'
import { cycleNames } from './cycle-names.ts'

/** What the workers do over and over, and how the last round went. */
export function CycleTable({ cycles }: Pick<SystemPage, 'cycles'>) {
  const t = useTranslations('system.cycle')
  const locale = useLocale()
  return (
    <Panel title={t('title')} flush>
      {cycles.length === 0 ? (
        <p className="p-4 text-ink-muted text-sm">{t('empty')}</p>
      ) : (
        <DataTable caption={t('list')} stacks density="dense">
          <TableHead>
            <HeadingCell>{t('task')}</HeadingCell>
            <HeadingCell>{t('outcome')}</HeadingCell>
            <HeadingCell>{t('last')}</HeadingCell>
            <HeadingCell className="text-right">{t('duration')}</HeadingCell>
            <HeadingCell className="text-right">{t('taken')}</HeadingCell>
          </TableHead>
          <tbody>
            {cycles.map((cycle) => {
              const name = oneOf(cycleNames, cycle.name)
              return (
                <Row key={cycle.name}>
                  <Cell>{name === undefined ? cycle.name : t(`name.${name}`)}</Cell>
                  <Cell>
                    <StateBadge
                      meaning={cycle.failure === null ? 'quiet' : 'firing'}
                      word={t(cycle.failure === null ? 'fine' : 'failed')}
                    />
                    {cycle.failure === null ? null : (
                      <q className="wrap-anywhere block font-mono text-xs">{cycle.failure}</q>
                    )}
                  </Cell>
                  <Cell label={t('last')}>
                    <RelativeTime at={cycle.startedAt} />
                  </Cell>
                  <Cell label={t('duration')} className="whitespace-nowrap text-right">
                    {millisInWords(cycle.durationMs, locale)}
                  </Cell>
                  <Cell label={t('taken')} className="text-right">
                    {cycle.taken}
                  </Cell>
                </Row>
              )
            })}
          </tbody>
        </DataTable>
      )}
    </Panel>
  )
}
