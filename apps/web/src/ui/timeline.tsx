import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ExactTime } from './exact-time.tsx'

export interface TimelineEntry {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly icon: LucideIcon
  /** Text colour class of the icon; grey when absent. */
  readonly ink?: string
  readonly title: ReactNode
  readonly detail?: ReactNode
}

/** What happened, in words and in order. */
export function Timeline({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly TimelineEntry[]
}) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {entries.map(({ id, at, icon: Icon, ink, title, detail }) => (
        <li key={id} className="group relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden
            className="absolute top-6 bottom-0 left-3 w-px bg-line group-last:hidden"
          />
          <span className="grid size-6 shrink-0 place-items-center rounded-full border border-line bg-surface">
            <Icon aria-hidden className={classNames('size-3.5 text-ink-faint', ink)} />
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="text-base">{title}</span>
              <span className="text-ink-faint text-xs">
                <ExactTime at={at} />
              </span>
            </div>
            {detail === undefined ? null : (
              <div className="mt-0.5 text-ink-muted text-sm">{detail}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
