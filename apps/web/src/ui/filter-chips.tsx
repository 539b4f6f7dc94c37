import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PageLink } from './page-link.tsx'

interface FilterChip {
  readonly label: string
  readonly value: string
  /** The list's address without this filter. */
  readonly removeHref: string
}

interface FilterChipsProps {
  readonly chips: readonly FilterChip[]
  readonly clearHref: string
}

/** The filters in effect: each one stands in the address, and taking it off is a link. */
export function FilterChips({ chips, clearHref }: FilterChipsProps) {
  const t = useTranslations('common.filter')
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('inEffect')} className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ label, value, removeHref }) => (
        <li key={`${label}:${value}`}>
          <PageLink
            href={removeHref}
            scroll={false}
            className="inline-flex h-7 items-center gap-1 rounded-full border border-accent-line bg-accent-soft pr-2 pl-2.5 text-sm transition-colors tap hover:border-accent"
          >
            <span className="sr-only">{t('remove')}</span>
            <span className="text-ink-muted">{label}</span>
            <span className="font-medium">{value}</span>
            <X aria-hidden className="size-3.5 text-ink-faint" />
          </PageLink>
        </li>
      ))}
      <li>
        <PageLink
          href={clearHref}
          scroll={false}
          className="inline-flex h-7 items-center rounded-sm px-1.5 text-ink-muted text-sm underline-offset-2 tap hover:text-ink hover:underline"
        >
          {t('clear')}
        </PageLink>
      </li>
    </ul>
  )
}
