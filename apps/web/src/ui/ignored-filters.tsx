import { useTranslations } from 'next-intl'
import { Notice } from './notice.tsx'

interface IgnoredFiltersProps {
  /** As they stand in the address. */
  readonly filters: readonly string[]
}

/** Says which filters of the address a list does not know, so that nobody takes all rows for theirs. */
export function IgnoredFilters({ filters }: IgnoredFiltersProps) {
  const t = useTranslations('common.filter')
  if (filters.length === 0) return null
  return (
    <Notice tone="warning">
      {t('ignored')} <code className="wrap-anywhere font-mono text-xs">{filters.join('  ')}</code>
    </Notice>
  )
}
