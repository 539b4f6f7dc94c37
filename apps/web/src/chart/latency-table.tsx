import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { exactTimeText } from '~/ui/exact-time-text.ts'
import { VisuallyHiddenTable } from '~/ui/visually-hidden-table.tsx'
import type { LatencyChartData } from './latency-chart.tsx'
import { thresholdAt } from './path.ts'
import { thinOut } from './thin-out.ts'

const mostRows = 24

/** The chart in words: values with their thresholds, then states, messages and acts in order. */
export function LatencyTable({
  label,
  data,
}: {
  readonly label: string
  readonly data: LatencyChartData
}) {
  const t = useTranslations('common')
  const timeZone = useTimeZone() ?? 'UTC'
  const locale = useLocale()
  const time = (at: number) => exactTimeText(at, timeZone)
  const length = (seconds: number | null) =>
    seconds === null ? t('none') : durationInWords(seconds, locale)
  const happenings = [
    ...data.states.map(({ from, meaning }) => ({ at: from, words: t(`meaning.${meaning}`) })),
    ...data.notifications.map(({ at, label: words }) => ({ at, words })),
    ...data.marks.map(({ at, label: words }) => ({ at, words })),
  ].sort((left, right) => left.at - right.at)
  return (
    <>
      <VisuallyHiddenTable
        caption={label}
        headings={[t('chart.time'), t('chart.latency'), t('chart.threshold')]}
        rows={thinOut(data.samples, mostRows).map(({ at, seconds }) => [
          time(at),
          length(seconds),
          length(thresholdAt(data.thresholds, at)),
        ])}
      />
      <VisuallyHiddenTable
        caption={t('chart.happenings', { label })}
        headings={[t('chart.time'), t('chart.happening')]}
        rows={happenings.map(({ at, words }) => [time(at), words])}
      />
    </>
  )
}
