import type { ProtectionLevel } from '@highwater/core/policy'
import { useTranslations } from 'next-intl'
import { Drawing } from './drawings.tsx'

interface LevelShieldProps {
  readonly level: ProtectionLevel
  /** Leaves the word to assistive technology where a row has no room for it. */
  readonly compact?: boolean
}

/** A protection level: a measure of care, not of trouble, hence bars in the accent colour. */
export function LevelShield({ level, compact = false }: LevelShieldProps) {
  const t = useTranslations('common.level')
  return (
    <span className="level-shield" title={compact ? t(level) : undefined}>
      <Drawing name={`level-${level}`} />
      {compact ? <span className="sr-only">{t(level)}</span> : t(level)}
    </span>
  )
}
