import { messageKinds } from '@highwater/core/notify'
import type { ChannelItem, NotificationState } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import type { ListQuery } from '~/list/read-list-query.ts'
import { isTimeRange, timeRanges } from '~/list/time-range.ts'
import { FilterChips } from '~/ui/filter-chips.tsx'
import { FilterForm } from '~/ui/filter-form.tsx'
import { FilterSelect } from '~/ui/filter-select.tsx'
import { listAddress } from '~/ui/list-address.ts'

export const deliveryParameters = ['channel', 'state', 'kind', 'range', 'alert', 'cursor'] as const
export type DeliveryQuery = ListQuery<(typeof deliveryParameters)[number]>

export const deliveryStates = [
  'pending',
  'sending',
  'retrying',
  'delivered',
  'partial',
  'failed',
  'suppressed',
  'superseded',
  'cancelled',
] as const satisfies readonly NotificationState[]

interface DeliveryFiltersProps {
  readonly path: string
  readonly query: DeliveryQuery
  readonly channels: readonly ChannelItem[]
}

/** The filters of the ledger, and those in effect as chips. */
export function DeliveryFilters({ path, query, channels }: DeliveryFiltersProps) {
  const t = useTranslations('deliveries')
  const common = useTranslations('common')
  const { cursor: _, ...filters } = query
  const words = {
    channel: (id: string) => channels.find((channel) => channel.id === id)?.name ?? id,
    state: (value: string) => {
      const state = deliveryStates.find((each) => each === value)
      return state === undefined ? value : t(`state.${state}`)
    },
    kind: (value: string) => {
      const kind = messageKinds.find((each) => each === value)
      return kind === undefined ? value : t(`messageKind.${kind}`)
    },
    range: (value: string) => (isTimeRange(value) ? common(`timeRange.${value}`) : value),
    alert: (id: string) => id.slice(0, 8),
  }
  const any = t('filter.any')
  return (
    <>
      <FilterForm path={path} keep={{ alert: query.alert }}>
        <FilterSelect
          name="channel"
          label={t('filter.channel')}
          value={query.channel}
          any={any}
          options={channels.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterSelect
          name="state"
          label={t('filter.state')}
          value={query.state}
          any={any}
          options={deliveryStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
        <FilterSelect
          name="kind"
          label={t('filter.kind')}
          value={query.kind}
          any={any}
          options={messageKinds.map((kind) => ({ value: kind, label: t(`messageKind.${kind}`) }))}
        />
        <FilterSelect
          name="range"
          label={t('filter.range')}
          value={query.range}
          any={any}
          options={timeRanges.map((range) => ({
            value: range,
            label: common(`timeRange.${range}`),
          }))}
        />
      </FilterForm>
      <FilterChips
        clearHref={path}
        chips={(['channel', 'state', 'kind', 'range', 'alert'] as const).flatMap((name) => {
          const value = filters[name]
          if (value === undefined) return []
          return [
            {
              label: t(`filter.${name}`),
              value: words[name](value),
              removeHref: listAddress(path, { ...filters, [name]: undefined }),
            },
          ]
        })}
      />
    </>
  )
}
