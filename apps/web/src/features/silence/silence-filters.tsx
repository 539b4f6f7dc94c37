import { silenceKinds } from '@highwater/core/silence'
import type { SilenceStatus } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import type { ListQuery } from '~/list/read-list-query.ts'
import { FilterForm } from '~/ui/filter-form.tsx'
import { FilterSelect } from '~/ui/filter-select.tsx'
import { LinkTabs } from '~/ui/link-tabs.tsx'
import { listAddress } from '~/ui/list-address.ts'

export const silenceParameters = ['status', 'kind', 'creator', 'q', 'cursor'] as const
export type SilenceQuery = ListQuery<(typeof silenceParameters)[number]>

const statuses = ['in_effect', 'upcoming', 'ended'] as const satisfies readonly SilenceStatus[]

interface SilenceFiltersProps {
  readonly path: string
  readonly query: SilenceQuery
  readonly status: SilenceStatus
}

/** The three states as tabs, and what narrows them further. */
export function SilenceFilters({ path, query, status }: SilenceFiltersProps) {
  const t = useTranslations('silences')
  const { cursor: _, ...filters } = query
  const kept = status === 'in_effect' ? undefined : status
  return (
    <>
      <LinkTabs
        label={t('statusLabel')}
        tabs={statuses.map((each) => ({
          href: listAddress(path, { ...filters, status: each === 'in_effect' ? undefined : each }),
          label: t(`status.${each}`),
          current: each === status,
        }))}
      />
      <FilterForm
        path={path}
        search={{ label: t('filter.search'), value: query.q }}
        keep={{ status: kept }}
      >
        <FilterSelect
          name="kind"
          label={t('filter.kind')}
          value={query.kind}
          any={t('filter.any')}
          options={silenceKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <FilterSelect
          name="creator"
          label={t('filter.creator')}
          value={query.creator}
          any={t('filter.any')}
          options={[{ value: 'me', label: t('filter.mine') }]}
        />
      </FilterForm>
    </>
  )
}
