import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type NoticeTone = 'info' | 'done' | 'warning' | 'error'

const looks: Readonly<Record<NoticeTone, { readonly icon: LucideIcon; readonly style: string }>> = {
  info: { icon: Info, style: 'border-line bg-sunken [&>svg]:text-ink-faint' },
  done: { icon: CircleCheck, style: 'border-quiet-line bg-quiet-soft [&>svg]:text-quiet' },
  warning: { icon: TriangleAlert, style: 'border-amber-line bg-amber-soft [&>svg]:text-amber' },
  error: { icon: CircleAlert, style: 'border-firing-line bg-firing-soft [&>svg]:text-firing' },
}

interface NoticeProps {
  readonly tone?: NoticeTone
  readonly title?: ReactNode
  readonly children: ReactNode
  readonly action?: ReactNode
  /** What is around it is read out by itself when it changes. */
  readonly inLiveRegion?: boolean
}

/** A message in the flow of the page. Errors are read out when they appear. */
export function Notice(props: NoticeProps) {
  const { tone = 'info', title, children, action, inLiveRegion = false } = props
  const { icon: Icon, style } = looks[tone]
  return (
    <div
      role={tone === 'error' && !inLiveRegion ? 'alert' : undefined}
      className={classNames(
        'flex items-start gap-2.5 rounded-lg border px-3 py-2.5 text-sm',
        style,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-2.5 gap-y-2">
        {/* Where the words would get too narrow, the action goes below them. */}
        <div className="min-w-[min(100%,14rem)] flex-1">
          {title === undefined ? null : <p className="font-semibold">{title}</p>}
          <div className="text-ink-muted">{children}</div>
        </div>
        {action}
      </div>
    </div>
  )
}
