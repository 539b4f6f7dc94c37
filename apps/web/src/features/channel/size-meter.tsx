import { useTranslations } from 'next-intl'
import { GaugeBar } from '~/ui/gauge-bar.tsx'

interface SizeMeterProps {
  readonly used: number
  readonly limit: number
  readonly unit: 'bytes' | 'characters'
  readonly shortened: boolean
}

/** How much of what the provider takes a message is. */
export function SizeMeter({ used, limit, unit, shortened }: SizeMeterProps) {
  const t = useTranslations('channels.preview')
  const isNear = shortened || used > limit * 0.9
  return (
    <div className="flex flex-col gap-1">
      <GaugeBar label={t('meter')} value={used} limit={limit} isNear={isNear} />
      <p className="text-ink-faint text-xs">
        {t('size', { used, limit, unit })}
        {shortened ? <span className="text-amber"> · {t('shortened')}</span> : null}
      </p>
    </div>
  )
}
