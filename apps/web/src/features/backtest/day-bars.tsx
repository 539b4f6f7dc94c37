import type { BacktestDay } from '@highwater/db/queries'
import { useLocale } from 'next-intl'
import { useDayText } from './use-day-text.ts'

const height = 120
/** Of a day's width, which is 100. */
const bar = 38

/** A count that the axis ends at: the next 1, 2 or 5 with zeros. */
export function ceilingOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= most) ?? most
}

interface BarProps {
  readonly x: number
  readonly share: number
  readonly className: string
}

/** A count of one is seen, however high the others are. */
function Bar({ x, share, className }: BarProps) {
  const length = share === 0 ? 0 : Math.max(2, share * height)
  return (
    <rect
      x={x}
      y={height - length}
      width={bar}
      height={length}
      className={className}
      vectorEffect="non-scaling-stroke"
    />
  )
}

/** Two bars for each day. Its words are in the table beside it. */
export function DayBars({ days }: { readonly days: readonly BacktestDay[] }) {
  const dayText = useDayText()
  const number = new Intl.NumberFormat(useLocale())
  const most = ceilingOf(Math.max(1, ...days.map((day) => Math.max(day.before, day.after))))
  const labelled = [days[0], days[Math.floor(days.length / 2)], days.at(-1)]
  return (
    <div aria-hidden className="mt-3 grid grid-cols-[auto_1fr] gap-x-2 text-ink-faint text-xs">
      <div className="flex flex-col justify-between text-right">
        <span>{number.format(most)}</span>
        <span>0</span>
      </div>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${days.length * 100} ${height}`}
        preserveAspectRatio="none"
        className="h-32 w-full border-line border-y"
      >
        {days.map((day, index) => (
          <g key={day.day}>
            <Bar
              x={index * 100 + 10}
              share={day.before / most}
              className="fill-stale-soft stroke-stale"
            />
            <Bar x={index * 100 + 52} share={day.after / most} className="fill-accent-fill" />
          </g>
        ))}
      </svg>
      <div className="col-start-2 mt-1 flex justify-between">
        {labelled.map((day) => (
          <span key={day?.day}>{day === undefined ? '' : dayText(day.day)}</span>
        ))}
      </div>
    </div>
  )
}
