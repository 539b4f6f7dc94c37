import type { OutcomeKind } from '@highwater/core/delivery'
import type { Attempt } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'

const fills: Readonly<Record<OutcomeKind, string>> = {
  delivered: 'bg-quiet-fill',
  partial: 'bg-amber-fill',
  throttled: 'bg-amber-fill',
  transient: 'border-2 border-amber-fill',
  rejected: 'bg-firing-fill',
  unknown: 'hatched border border-stale-fill bg-stale-soft',
}

/** A long struggle is told by its number; more dots would only push the table apart. */
const mostDots = 6

interface AttemptDotsProps {
  readonly attempts: readonly Attempt[]
  /** Nothing more will be tried. */
  readonly isOver: boolean
}

/** One dot for each try, the newest last; in words for those who do not see them. */
export function AttemptDots({ attempts, isOver }: AttemptDotsProps) {
  const t = useTranslations('deliveries.attempt')
  const outcomes = useTranslations('common.outcome')
  const last = attempts.at(-1)
  const words =
    isOver && last === undefined
      ? t('never')
      : t('dots', {
          count: attempts.length,
          last: last === undefined ? '' : outcomes(last.outcome),
        })
  return (
    <span className="inline-flex items-center gap-1" title={words}>
      {attempts.length > mostDots ? (
        <span aria-hidden className="text-ink-faint text-xs">
          {attempts.length}×
        </span>
      ) : null}
      {attempts.slice(-mostDots).map((attempt) => (
        <span
          key={attempt.number}
          aria-hidden
          className={classNames('size-2 rounded-full', fills[attempt.outcome])}
        />
      ))}
      <span className={attempts.length === 0 ? 'text-ink-faint text-xs' : 'sr-only'}>{words}</span>
    </span>
  )
}
