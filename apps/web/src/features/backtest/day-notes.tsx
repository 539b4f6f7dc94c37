import type { BacktestDay, HistoryResolution } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useDayText } from './use-day-text.ts'

/** Says which days rest on less than the signals themselves, and how exact they are. */
export function DayNotes({ days }: { readonly days: readonly BacktestDay[] }) {
  const t = useTranslations('backtest.note')
  const dayText = useDayText()
  const last = (resolution: HistoryResolution) =>
    days.findLast((day) => day.resolution === resolution)
  const minute = last('minute')
  const hour = last('hour')
  const first = last('none') && days.find((day) => day.resolution !== 'none')
  const notes = [
    minute && t('minute', { until: dayText(minute.day) }),
    hour && t('hour', { until: dayText(hour.day) }),
    first && t('none', { from: dayText(first.day) }),
  ].filter((note) => note !== undefined)
  return notes.length === 0 ? null : (
    <p className="mt-2 text-ink-faint text-xs">{notes.join(' ')}</p>
  )
}
