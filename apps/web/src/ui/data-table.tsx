import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export type Density = 'comfortable' | 'dense'

interface DataTableProps extends ComponentProps<'table'> {
  /** What the table lists; read out, not shown. */
  readonly caption: string
  readonly density?: Density
  /** On a phone each row becomes a few lines. Cells that say little without a heading have a label. */
  readonly stacks?: boolean
}

/** Whoever has no pointer scrolls by keyboard, so the region takes the focus. */
const scrollable = (name: string) => ({ role: 'region', tabIndex: 0, 'aria-label': name }) as const

/** A real table that scrolls sideways inside its panel instead of breaking the page. */
export function DataTable(props: DataTableProps) {
  const { caption, density = 'comfortable', stacks = false, className, children, ...rest } = props
  return (
    <div
      {...scrollable(caption)}
      className="relative overflow-x-auto rounded-b-lg focus-visible:-outline-offset-2"
    >
      <table
        data-density={density}
        className={classNames(
          'group/table w-full border-collapse text-left text-sm',
          stacks && 'stacked-table',
          className,
        )}
        {...rest}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

export function TableHead({ children }: { readonly children: React.ReactNode }) {
  return (
    <thead>
      <tr className="border-line border-b">{children}</tr>
    </thead>
  )
}

export function HeadingCell({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={classNames(
        'h-9 whitespace-nowrap px-3 font-medium text-ink-muted text-xs first:pl-4 last:pr-4',
        className,
      )}
      {...rest}
    />
  )
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={className === undefined ? 'data-row' : `data-row ${className}`} {...rest} />
}

interface CellProps extends ComponentProps<'td'> {
  /** Shown before what it holds where the headings are out of sight. */
  readonly label?: string
}

export function Cell({ className, label, ...rest }: CellProps) {
  return (
    <td
      data-label={label}
      className={className === undefined ? 'data-cell' : `data-cell ${className}`}
      {...rest}
    />
  )
}
