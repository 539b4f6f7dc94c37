import type { SystemPage } from '@highwater/db/queries'
import { useFormatter, useTranslations } from 'next-intl'
import { DeliveryBadge } from '~/features/delivery/delivery-badge.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Panel } from '~/ui/panel.tsx'
import { useClockText } from '~/ui/use-clock-text.ts'
import { useListing } from '~/ui/use-listing.ts'

/** What waits, what ended today, and which robot has been told to pause. */
export function QueuePanel({ queue, budgets }: Pick<SystemPage, 'queue' | 'budgets'>) {
  const t = useTranslations('system.queue')
  const listed = useListing()
  const format = useFormatter()
  const clock = useClockText()
  return (
    <Panel title={t('title')} description={t('text')}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {queue.states.map(({ state, count, isExact }) => (
          <li key={state}>
            <PageLink
              href={`/deliveries?state=${state}`}
              className="flex flex-col items-start gap-1 rounded-md border border-line px-3 py-2 transition-colors hover:bg-hover"
            >
              <DeliveryBadge state={state} />
              <span className="font-semibold text-lg">
                {isExact ? format.number(count) : t('atLeast', { count })}
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
      {budgets.length === 0 ? null : (
        <>
          <h3 className="mt-4 mb-1 font-medium text-sm">{t('budgets')}</h3>
          <ul className="flex flex-col gap-1 text-sm">
            {budgets.map(({ channels, sentLastMinute, blockedUntil }) => (
              <li key={channels.join()}>
                <span className="font-medium">{listed(channels)}</span>{' '}
                <span className="text-ink-muted">
                  {blockedUntil === null
                    ? t('sentLastMinute', { count: sentLastMinute })
                    : t('blocked', { time: clock(blockedUntil) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
