import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { PageLink } from './page-link.tsx'

interface LinkTab {
  readonly href: string
  readonly label: ReactNode
  readonly current: boolean
  readonly count?: number
}

/** Views of one list that are addresses of their own, such as all, migration, synchronization. */
export function LinkTabs({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly LinkTab[]
}) {
  return (
    <nav
      aria-label={label}
      data-print="hide"
      className="flex gap-1 overflow-x-auto border-line border-b"
    >
      {tabs.map((tab) => (
        <PageLink
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.current ? 'page' : undefined}
          className={classNames(
            '-mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-3 font-medium text-sm transition-colors tap focus-visible:-outline-offset-2',
            tab.current
              ? 'border-accent text-ink'
              : 'border-transparent text-ink-muted hover:text-ink forced-colors:border-[Canvas]',
          )}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="text-ink-faint text-xs">{tab.count}</span>
          )}
        </PageLink>
      ))}
    </nav>
  )
}
