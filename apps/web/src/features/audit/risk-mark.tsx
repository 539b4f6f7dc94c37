import type { RiskLevel } from '@highwater/core/audit'
import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'

const bars: Readonly<Record<RiskLevel, number>> = { urgent: 4, critical: 3, moderate: 2, low: 1 }

/** How much an operation matters: a measure, not an error, hence bars in grey. */
export function RiskMark({ risk }: { readonly risk: RiskLevel }) {
  const t = useTranslations('audit.risk')
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className="flex items-end gap-0.5">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={classNames(
              'h-2.5 w-1 rounded-[1px]',
              bar <= bars[risk] ? 'bg-ink-muted' : 'bg-line',
            )}
          />
        ))}
      </span>
      {t(risk)}
    </span>
  )
}
