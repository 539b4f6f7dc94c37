import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'
import { type Meaning, meaningLooks } from '~/ui/meaning.ts'
import { percentScale } from './scale.ts'

/** A stretch of time in one state. */
export interface StateSpan {
  readonly from: number
  readonly to: number
  readonly meaning: Meaning
}

interface StateBandProps {
  readonly from: number
  readonly to: number
  readonly spans: readonly StateSpan[]
}

/**
 * States as blocks, the briefest still to be seen; firing is also the tallest, so that it is found
 * without colour.
 */
export function StateBand({ from, to, spans }: StateBandProps) {
  const t = useTranslations('common.meaning')
  const x = percentScale(from, to)
  return (
    <div aria-hidden className="relative mt-2 h-4 forced-color-adjust-none">
      {spans.map((span) => {
        const left = Math.max(0, x(span.from))
        const width = Math.min(100, x(span.to)) - left
        return width <= 0 ? null : (
          <span
            key={span.from}
            title={t(span.meaning)}
            className={classNames(
              'absolute bottom-0 min-w-0.5 rounded-[2px]',
              meaningLooks[span.meaning].fill,
              span.meaning === 'firing' ? 'h-4' : span.meaning === 'quiet' ? 'h-1.5' : 'h-2.5',
            )}
            style={{ left: `${left}%`, width: `${width}%` }}
          />
        )
      })}
    </div>
  )
}
