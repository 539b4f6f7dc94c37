import { judgeClock } from '@highwater/core'
import type { SystemPage } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { millisInWords } from '~/ui/millis-words.ts'
import { Panel } from '~/ui/panel.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'

/** Enough of an id to tell two workers of one host apart. */
const shownIdLength = 8

type Worker = SystemPage['workers'][number]

/** Whether it lives, and whether its clock is right: red where it is not. */
function WorkerState({ worker: { isAlive, clockOffset } }: { readonly worker: Worker }) {
  const t = useTranslations('system.worker')
  const locale = useLocale()
  if (!isAlive) return <StateBadge meaning="stale" word={t('silent')} />
  const clock = clockOffset === null ? 'right' : judgeClock(clockOffset)
  if (clockOffset === null || clock === 'right') {
    return <StateBadge meaning="quiet" word={t('alive')} />
  }
  const length = millisInWords(Math.abs(clockOffset), locale)
  return (
    <StateBadge
      meaning={clock === 'wrong' ? 'firing' : 'pending'}
      word={t(clockOffset > 0 ? 'clockAhead' : 'clockBehind', { length })}
    />
  )
}

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
                  <WorkerState worker={worker} />
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
