import type { SystemPage } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'

/** Enough of an id to tell two workers of one host apart. */
const shownIdLength = 8

/** The worker processes and when each was last heard of. */
export function WorkerTable({ workers }: Pick<SystemPage, 'workers'>) {
  const t = useTranslations('system')
  return (
    <Panel title={t('health.workers')} flush>
      {workers.length === 0 ? (
        <p className="p-4 text-ink-muted text-sm">{t('worker.empty')}</p>
      ) : (
        <DataTable caption={t('worker.list')} stacks density="dense">
          <TableHead>
            <HeadingCell>{t('worker.name')}</HeadingCell>
            <HeadingCell>{t('worker.state')}</HeadingCell>
            <HeadingCell>{t('worker.seen')}</HeadingCell>
            <HeadingCell>{t('worker.started')}</HeadingCell>
            <HeadingCell>{t('worker.version')}</HeadingCell>
          </TableHead>
          <tbody>
            {workers.map((worker) => (
              <Row key={worker.id}>
                <Cell className="whitespace-nowrap">
                  {worker.host}{' '}
                  <code title={worker.id} className="font-mono text-ink-faint text-xs">
                    {worker.id.replace(/^worker-/, '').slice(0, shownIdLength)}
                  </code>
                </Cell>
                <Cell>
                  <StateBadge
                    meaning={worker.isAlive ? 'quiet' : 'stale'}
                    word={t(worker.isAlive ? 'worker.alive' : 'worker.silent')}
                  />
                </Cell>
                <Cell label={t('worker.seen')}>
                  <RelativeTime at={worker.seenAt} />
                </Cell>
                <Cell label={t('worker.started')}>
                  <RelativeTime at={worker.startedAt} />
                </Cell>
                <Cell label={t('worker.version')} className="font-mono text-xs">
                  {worker.version}
                </Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  )
}
