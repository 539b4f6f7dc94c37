import { useTranslations } from 'next-intl'
import { LinkTabs } from '~/ui/link-tabs.tsx'
import { listAddress } from '~/ui/list-address.ts'
import type { DeliveryQuery } from './delivery-filters.tsx'

interface DeliveryTabsProps {
  readonly path: string
  readonly query: DeliveryQuery
  /** How many messages have been given up and not been sent again. */
  readonly givenUp: number
}

/** Everything, or the dead letters alone. */
export function DeliveryTabs({ path, query, givenUp }: DeliveryTabsProps) {
  const t = useTranslations('deliveries.tab')
  const { cursor: _, state, ...filters } = query
  return (
    <LinkTabs
      label={t('label')}
      tabs={[
        { href: listAddress(path, filters), label: t('all'), current: state !== 'failed' },
        {
          href: listAddress(path, { ...filters, state: 'failed' }),
          label: t('givenUp'),
          current: state === 'failed',
          count: givenUp,
        },
      ]}
    />
  )
}
