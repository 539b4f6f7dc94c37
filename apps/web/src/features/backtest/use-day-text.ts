import { useLocale, useTimeZone } from 'next-intl'

/** The day of its reader that begins then, as short as it can be said. */
export function useDayText(): (day: number) => string {
  const timeZone = useTimeZone() ?? 'UTC'
  const format = new Intl.DateTimeFormat(useLocale(), {
    month: 'numeric',
    day: 'numeric',
    timeZone,
  })
  return (day) => format.format(day)
}
