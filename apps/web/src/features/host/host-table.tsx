import { hostFigureNames } from '@highwater/core/alert'
import type { HostItem, HostState } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import type { Meaning } from '~/ui/meaning.ts'
import { RefusedButton } from '~/ui/refused-button.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { HostFigureBar } from './host-figure.tsx'
import { RemoveHostDialog } from './remove-host-dialog.tsx'

const meaningOf: Readonly<Record<HostState, Meaning>> = {
  up: 'quiet',
  silent: 'pending',
  down: 'firing',
  stopped: 'stale',
}

interface HostTableProps {
  readonly hosts: readonly HostItem[]
  /** Why the reader may not remove one; null when they may. */
  readonly refusal: string | null
}

/** Every machine that reports, how full it is, and what is wrong with it. */
export function HostTable({ hosts, refusal }: HostTableProps) {
  const t = useTranslations('hosts')
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('name')}</HeadingCell>
        <HeadingCell>{t('state')}</HeadingCell>
        {hostFigureNames.map((name) => (
          <HeadingCell key={name}>{t(`figure.${name}`)}</HeadingCell>
        ))}
        <HeadingCell>{t('lastSeen')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('alerts')}</HeadingCell>
        <HeadingCell>
          <span className="sr-only">{t('remove.action')}</span>
        </HeadingCell>
      </TableHead>
      <tbody>
        {hosts.map((host) => (
          <HostRow key={host.id} host={host} refusal={refusal} />
        ))}
      </tbody>
    </DataTable>
  )
}

function HostRow({ host, refusal }: { readonly host: HostItem; readonly refusal: string | null }) {
  const t = useTranslations('hosts')
  const common = useTranslations('common')
  return (
    <Row>
      <Cell>
        <span className="wrap-anywhere font-medium">{host.name}</span>{' '}
        {host.isOwn ? <Badge tone="accent">{t('own')}</Badge> : null}
      </Cell>
      <Cell>
        <StateBadge meaning={meaningOf[host.state]} word={t(`states.${host.state}`)} />
      </Cell>
      {hostFigureNames.map((name) => (
        <Cell key={name} label={t(`figure.${name}`)}>
          <HostFigureBar host={host} name={name} />
        </Cell>
      ))}
      <Cell label={t('lastSeen')}>
        <RelativeTime at={host.lastSeenAt} />
      </Cell>
      <Cell className="max-md:hidden">
        {host.openAlerts.length === 0 ? (
          <span className="text-ink-faint">{common('none')}</span>
        ) : (
          <ul>
            {host.openAlerts.map(({ id, event }) => (
              <li key={id}>
                <TextLink href={`/alerts/${id}`}>{common(`alertEvent.${event}`)}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </Cell>
      <Cell>
        {refusal === null ? (
          <RemoveHostDialog name={host.name} />
        ) : (
          <RefusedButton reason={refusal}>{t('remove.action')}</RefusedButton>
        )}
      </Cell>
    </Row>
  )
}
