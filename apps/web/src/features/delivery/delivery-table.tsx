import type { NotificationItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { explainNotSent } from '~/features/alert/explain-not-sent.ts'
import { Checkbox } from '~/ui/checkbox.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { AttemptDots } from './attempt-dots.tsx'
import { DeliveryBadge } from './delivery-badge.tsx'

interface DeliveryTableProps {
  readonly items: readonly NotificationItem[]
  /** Each row has a box to tick, for the form around the table. */
  readonly canBeChosen: boolean
}

/** The ledger: one row for each message that was owed to a channel. */
export function DeliveryTable({ items, canBeChosen }: DeliveryTableProps) {
  const t = useTranslations('deliveries')
  const notSent = useTranslations('alerts.notSent')
  const locale = useLocale()
  return (
    <DataTable caption={t('list')} stacks density="dense">
      <TableHead>
        {canBeChosen ? (
          <HeadingCell>
            <span className="sr-only">{t('column.choose')}</span>
          </HeadingCell>
        ) : null}
        <HeadingCell>{t('column.time')}</HeadingCell>
        <HeadingCell>{t('column.outcome')}</HeadingCell>
        <HeadingCell>{t('column.message')}</HeadingCell>
        <HeadingCell>{t('column.alert')}</HeadingCell>
        <HeadingCell>{t('column.channel')}</HeadingCell>
        <HeadingCell>{t('column.code')}</HeadingCell>
        <HeadingCell>{t('column.attempts')}</HeadingCell>
      </TableHead>
      <tbody>
        {items.map((item) => {
          const { id, createdAt, settledAt, state, reason, kind, alert, channel, attempts } = item
          const last = attempts.at(-1)
          return (
            <Row key={id}>
              {canBeChosen ? (
                <Cell>
                  {kind === 'test' ? null : (
                    <Checkbox
                      name="notification"
                      value={id}
                      label={
                        <span className="sr-only">
                          {t('replay.choose', {
                            message: alert?.shortId ?? t(`messageKind.${kind}`),
                          })}
                        </span>
                      }
                    />
                  )}
                </Cell>
              ) : null}
              <Cell>
                <TextLink href={`/deliveries/${id}`}>
                  <ExactTime at={createdAt} />
                </TextLink>
              </Cell>
              <Cell>
                <DeliveryBadge state={state} reason={reason} />
                {state === 'failed' && reason !== null ? (
                  <span className="block max-w-72 pt-1 text-ink-muted text-xs">
                    {explainNotSent(reason, { locale, own: (known) => notSent(known) })}
                  </span>
                ) : null}
              </Cell>
              <Cell className="whitespace-nowrap">{t(`messageKind.${kind}`)}</Cell>
              <Cell className="sm:max-w-72 sm:truncate" title={alert?.subject}>
                {alert === null ? (
                  <span className="text-ink-faint">–</span>
                ) : (
                  <TextLink href={`/alerts/${alert.id}`}>
                    {alert.shortId} {alert.subject}
                  </TextLink>
                )}
              </Cell>
              <Cell className="sm:max-w-48 sm:truncate" title={channel?.name}>
                {channel === null ? (
                  <span className="text-ink-faint">{t('noChannel')}</span>
                ) : (
                  channel.name
                )}
              </Cell>
              <Cell label={t('column.code')} className="whitespace-nowrap font-mono text-xs">
                {last?.providerCode ??
                  (last?.httpStatus
                    ? t('attempt.httpStatus', { status: String(last.httpStatus) })
                    : '')}
              </Cell>
              <Cell>
                <AttemptDots attempts={attempts} isOver={settledAt !== null} />
              </Cell>
            </Row>
          )
        })}
      </tbody>
    </DataTable>
  )
}
