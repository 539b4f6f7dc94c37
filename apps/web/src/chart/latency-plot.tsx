import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { shortDuration } from '~/ui/duration-words.ts'
import { dotPath, type LatencySample, linePath, stepPath, type ThresholdStep } from './path.ts'
import { durationTicks, percentScale, timeTicks } from './scale.ts'

interface LatencyPlotProps {
  readonly from: number
  readonly to: number
  readonly samples: readonly LatencySample[]
  readonly thresholds: readonly ThresholdStep[]
}

/** In percent of the width: about as wide as a dot. */
const shortestLine = 0.5

const highestOf = (points: readonly { readonly seconds: number | null }[]) =>
  Math.max(0, ...points.map(({ seconds }) => seconds ?? 0))

/** The line and the stepped threshold. Shapes stretch with the page, words do not. */
export function LatencyPlot({ from, to, samples, thresholds }: LatencyPlotProps) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const t = useTranslations('common.chart')
  const ticks = durationTicks(Math.max(highestOf(samples), highestOf(thresholds) * 1.15, 1), 4)
  const x = percentScale(from, to)
  const y = percentScale(0, ticks.at(-1) ?? 1)
  const columns = timeTicks(from, to, 6, timeZone)
  return (
    <>
      <div aria-hidden className="relative h-48 text-right text-2xs text-ink-faint">
        {/* The widest label, unseen, gives the column its width. */}
        {ticks.map((tick) => (
          <span key={tick} className="invisible block h-0">
            {shortDuration(tick, locale)}
          </span>
        ))}
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute right-0 -translate-y-1/2 whitespace-nowrap"
            style={{ top: `${100 - y(tick)}%` }}
          >
            {shortDuration(tick, locale)}
          </span>
        ))}
      </div>
      <div className="relative h-48 border-line border-b">
        {samples.some(({ seconds }) => seconds !== null) ? null : (
          <p className="absolute inset-0 grid place-items-center text-ink-faint text-sm">
            {t('noSamples')}
          </p>
        )}
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible [&_path]:[vector-effect:non-scaling-stroke]"
        >
          <path
            className="fill-none stroke-line"
            d={[
              ...ticks.slice(1).map((tick) => `M0 ${100 - y(tick)}H100`),
              ...columns.map((at) => `M${x(at)} 0V100`),
            ].join('')}
          />
          <path
            className="fill-none stroke-firing [stroke-dasharray:5_3] [stroke-width:1.25]"
            d={stepPath(thresholds, { from, to }, x, y)}
          />
          <path
            className="fill-none stroke-accent [stroke-linecap:round] [stroke-linejoin:round] [stroke-width:1.75]"
            d={linePath(samples, x, y)}
          />
          <path
            className="fill-none stroke-accent [stroke-linecap:round] [stroke-width:6]"
            d={dotPath(samples, x, y, shortestLine)}
          />
        </svg>
      </div>
    </>
  )
}
