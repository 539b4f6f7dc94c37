import { ArrowLeftToLine, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button.tsx'
import { PageLink } from './page-link.tsx'

interface PaginationProps {
  /** The first page's address; null while on it. */
  readonly firstHref: string | null
  /** The next page's address; null on the last one. */
  readonly nextHref: string | null
  readonly shown: number
}

/** Steps through a list by cursor: forward, or back to the start. Both are links. */
export function Pagination({ firstHref, nextHref, shown }: PaginationProps) {
  const t = useTranslations('common.pagination')
  return (
    <nav
      aria-label={t('label')}
      data-print="hide"
      className="flex items-center justify-between gap-3 border-line border-t px-4 py-2 text-ink-muted text-sm"
    >
      <span>{t('shown', { count: shown })}</span>
      <span className="flex gap-2">
        {firstHref === null ? null : (
          <Button asChild size="sm">
            <PageLink href={firstHref}>
              <ArrowLeftToLine aria-hidden />
              {t('first')}
            </PageLink>
          </Button>
        )}
        {nextHref === null ? null : (
          <Button asChild size="sm">
            <PageLink href={nextHref} rel="next">
              {t('next')}
              <ArrowRight aria-hidden />
            </PageLink>
          </Button>
        )}
      </span>
    </nav>
  )
}
