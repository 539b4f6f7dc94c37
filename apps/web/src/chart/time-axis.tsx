import { useFormatter, useTimeZone } from 'next-intl'
import { percentScale, timeTicks } from './scale.ts'

const twoDaysMs = 172_800_000

/** The hours, or the days of a longer range, under everything that shares the axis. */
export function TimeAxis({ from, to }: { readonly from: number; readonly to: number }) {
  const format = useFormatter()
  const x = percentScale(from, to)
  const ticks = timeTicks(from, to, 6, useTimeZone() ?? 'UTC')
  const style =
    to - from > twoDaysMs
      ? ({ month: 'numeric', day: 'numeric' } as const)
      : ({ hour: '2-digit', minute: '2-digit', hour12: false } as const)
  return (
    <div aria-hidden className="relative mt-1 h-4 text-2xs text-ink-faint">
      {ticks.map((at) => (
        <span
          key={at}
          className="absolute -translate-x-1/2 whitespace-nowrap nth-[2n]:max-sm:hidden"
          style={{ left: `${x(at)}%` }}
        >
          {format.dateTime(at, style)}
        </span>
      ))}
    </div>
  )
}
