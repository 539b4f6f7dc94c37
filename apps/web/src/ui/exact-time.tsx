import { useFormatter } from 'next-intl'

interface ExactTimeProps {
  /** Epoch milliseconds. */
  readonly at: number
  readonly seconds?: boolean
}

/** A point in time in the reader's zone, to the second where order matters. */
export function ExactTime({ at, seconds = true }: ExactTimeProps) {
  const format = useFormatter()
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'long' })}
      className="whitespace-nowrap"
    >
      {format.dateTime(at, {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
        ...(seconds ? { second: '2-digit' } : {}),
      })}
    </time>
  )
}
