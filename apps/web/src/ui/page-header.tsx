import type { ReactNode } from 'react'

interface PageHeaderProps {
  readonly title: ReactNode
  /** Badges and shields right of the title. */
  readonly marks?: ReactNode
  readonly description?: ReactNode
  readonly actions?: ReactNode
}

export function PageHeader({ title, marks, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-xl">{title}</h1>
          {marks}
        </div>
        {description === undefined ? null : (
          <p className="mt-1 max-w-prose text-ink-muted text-base">{description}</p>
        )}
      </div>
      {actions === undefined ? null : (
        <div className="flex flex-wrap gap-2" data-print="hide">
          {actions}
        </div>
      )}
    </header>
  )
}
