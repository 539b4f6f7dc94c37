import { useFormatter } from 'next-intl'

/** The time of day to the second in the reader's zone, for what is at most hours away. */
export function useClockText(): (at: number) => string {
  const format = useFormatter()
  return (at) =>
    format.dateTime(at, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
}
