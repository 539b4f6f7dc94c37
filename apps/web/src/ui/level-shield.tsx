import type { ProtectionLevel } from '@highwater/core/policy'
import { useTranslations } from 'next-intl'
import { classNames } from './class-names.ts'

const bars: Readonly<Record<ProtectionLevel, number>> = { high: 3, medium: 2, low: 1, none: 0 }

interface LevelShieldProps {
  readonly level: ProtectionLevel
  /** Leaves the word to assistive technology where a row has no room for it. */
  readonly compact?: boolean
}

/** A protection level: a measure of care, not of trouble, hence bars in the accent colour. */
export function LevelShield({ level, compact = false }: LevelShieldProps) {
  const t = useTranslations('common.level')
  return (
    <span
      className="inline-flex items-center gap-1.5 whitespace-nowrap align-middle text-sm"
      title={t(level)}
    >
      <svg viewBox="0 0 16 16" className="size-4 shrink-0" aria-hidden="true">
        <path
          d="M8 1.2 13.8 3.100v4.700c0 3.3-2.3 5.8-5.8 7-3.5-1.2-5.8-3.7-5.8-7V3.100Z"
          className={classNames(
            level === 'none'
              ? 'fill-transparent stroke-control [stroke-dasharray:2_1.6]'
              : 'fill-accent-soft stroke-accent',
          )}
          strokeWidth="1.2"
        />
        {[0, 1, 2].map((bar) =>
          bar < bars[level] ? (
            <rect
              key={bar}
              x={(4.6 + bar * 2.5).toFixed(1)}
              y={(9.2 - bar * 1.9).toFixed(1)}
              width="1.8"
              height={(2 + bar * 1.9).toFixed(1)}
              rx="0.5"
              className="fill-accent"
            />
          ) : null,
        )}
      </svg>
      <span className={compact ? 'sr-only' : undefined}>{t(level)}</span>
    </span>
  )
}
