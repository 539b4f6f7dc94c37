import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { dotPath, type LatencySample, linePath, stepPath, type ThresholdStep } from './path.ts'
import { percentScale } from './scale.ts'

interface SparklineProps {
  readonly from: number
  readonly to: number
  readonly samples: readonly LatencySample[]
  readonly thresholds?: readonly ThresholdStep[]
}

/** In percent of the width: about as wide as a dot. */
const shortestLine = 4

/** A row's latency at a glance; its words are the lowest, highest and last value. */
export function Sparkline({ from, to, samples, thresholds = [] }: SparklineProps) {
  const t = useTranslations('common.chart')
  const locale = useLocale()
  const values = samples.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))
  const last = values.at(-1)
  if (last === undefined) return <span className="text-ink-faint text-xs">{t('noSamples')}</span>
  const limits = thresholds.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))
  const x = percentScale(from, to)
  const y = percentScale(0, Math.max(...values, ...limits, 1) * 1.1)
  const words = t('sparkline', {
    lowest: durationInWords(Math.min(...values), locale),
    highest: durationInWords(Math.max(...values), locale),
    last: durationInWords(last, locale),
  })
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="block h-6 w-28 overflow-visible"
    >
      <title>{words}</title>
      <path
        d={stepPath(thresholds, { from, to }, x, y)}
        className="fill-none stroke-firing [stroke-dasharray:3_3]"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={linePath(samples, x, y)}
        className="fill-none stroke-accent [stroke-linecap:round] [stroke-linejoin:round] [stroke-width:1.5]"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={dotPath(samples, x, y, shortestLine)}
        className="fill-none stroke-accent [stroke-linecap:round] [stroke-width:4.5]"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
