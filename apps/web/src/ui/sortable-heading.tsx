import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { HeadingCell } from './data-table.tsx'
import { PageLink } from './page-link.tsx'

export type SortDirection = 'ascending' | 'descending'

interface SortableHeadingProps {
  readonly children: ReactNode
  /** The list's address when sorted by this column the other way. */
  readonly href: string
  /** How the list is sorted by this column now; null when by another one. */
  readonly direction: SortDirection | null
  readonly className?: string
}

const icons = { ascending: ArrowUp, descending: ArrowDown }

/** A column heading that sorts by being a link: it works before any script has loaded. */
export function SortableHeading({ children, href, direction, className }: SortableHeadingProps) {
  const Icon = direction === null ? ChevronsUpDown : icons[direction]
  return (
    <HeadingCell aria-sort={direction ?? 'none'} className={className}>
      <PageLink
        href={href}
        scroll={false}
        className="-mx-1 inline-flex items-center gap-1 rounded-sm px-1 tap transition-colors hover:text-ink data-[sorted=true]:text-ink"
        data-sorted={direction !== null}
      >
        {children}
        <Icon aria-hidden className="size-3 shrink-0 opacity-80" />
      </PageLink>
    </HeadingCell>
  )
}
