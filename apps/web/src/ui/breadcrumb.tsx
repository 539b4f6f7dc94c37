import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PageLink } from './page-link.tsx'

export interface Crumb {
  readonly label: string
  /** Null for a group without a page of its own and for the page one is on. */
  readonly href: string | null
}

/** Where the page stands; the last crumb is the page itself. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useTranslations('common')
  return (
    <nav aria-label={t('breadcrumb')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1 text-ink-muted text-sm">
        {crumbs.map(({ label, href }, index) => {
          const last = index === crumbs.length - 1
          return (
            <li key={label} className="flex min-w-0 items-center gap-1">
              {index === 0 ? null : (
                <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
              )}
              {href === null ? (
                <span
                  aria-current={last ? 'page' : undefined}
                  className={last ? 'truncate text-ink' : ''}
                >
                  {label}
                </span>
              ) : (
                <PageLink
                  href={href}
                  className="truncate rounded-sm hover:text-ink hover:underline"
                >
                  {label}
                </PageLink>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
