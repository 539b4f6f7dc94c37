import { classNames } from '~/ui/class-names.ts'
import { percentScale } from './scale.ts'

/** Something at one moment, with its words. */
export interface ChartEvent {
  readonly at: number
  readonly label: string
  /** A message that did not arrive, for example. */
  readonly failed?: boolean
}

interface EventTicksProps {
  readonly from: number
  readonly to: number
  readonly kind: 'message' | 'person'
  readonly events: readonly ChartEvent[]
}

/** Moments on the axis: bars for messages (hollow when failed), diamonds for what people did. */
export function EventTicks({ from, to, kind, events }: EventTicksProps) {
  const x = percentScale(from, to)
  return (
    <div aria-hidden className="relative mt-1 h-4 forced-color-adjust-none">
      {events.map(({ at, label, failed = false }) => (
        <span
          key={`${at} ${label}`}
          title={label}
          className={classNames(
            'absolute top-1/2 -translate-x-1/2 -translate-y-1/2',
            kind === 'message'
              ? 'h-3 w-1.5 rounded-[2px] border'
              : 'size-2 rotate-45 rounded-[1px] border border-ink-muted bg-ink-muted',
            kind === 'message' && (failed ? 'border-firing bg-surface' : 'border-accent bg-accent'),
          )}
          style={{ left: `${x(at)}%` }}
        />
      ))}
    </div>
  )
}
