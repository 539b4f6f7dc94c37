import { useFormatter, useTimeZone } from 'next-intl'
import { exactTimeText } from './exact-time-text.ts'

interface ExactTimeProps {
  /** Epoch milliseconds. */
  readonly at: number
}

/** A point in time in the reader's zone, to the second; with zone and weekday on hover. */
export function ExactTime({ at }: ExactTimeProps) {
  const format = useFormatter()
  const timeZone = useTimeZone() ?? 'UTC'
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'long' })}
      className="sm:whitespace-nowrap"
    >
      {exactTimeText(at, timeZone)}
    </time>
  )
}
