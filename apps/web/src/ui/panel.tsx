import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface PanelProps extends Omit<ComponentProps<'section'>, 'title'> {
  readonly title?: ReactNode
  readonly description?: ReactNode
  /** Buttons at the right end of the head. */
  readonly actions?: ReactNode
  /** Tables and lists reach the edge; text and forms do not. */
  readonly flush?: boolean
}

/** A bordered surface with an optional head. */
export function Panel(props: PanelProps) {
  const { title, description, actions, flush = false, className, children, ...rest } = props
  return (
    <section
      className={classNames('min-w-0 rounded-lg border border-line bg-surface', className)}
      {...rest}
    >
      {title === undefined ? null : (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3">
          <div className="min-w-0">
            <h2 className="font-semibold text-base text-ink">{title}</h2>
            {description === undefined ? null : (
              <p className="mt-0.5 text-ink-muted text-sm">{description}</p>
            )}
          </div>
          {actions === undefined ? null : <div className="flex gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  )
}
