import { useLocale } from 'next-intl'

/** A day of a backtest, which is one in UTC, as short as it can be said. */
export function useDayText(): (day: number) => string {
  const format = new Intl.DateTimeFormat(useLocale(), {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  return (day) => format.format(day)
}
