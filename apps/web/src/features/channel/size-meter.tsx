import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'

interface SizeMeterProps {
  readonly used: number
  readonly limit: number
  readonly unit: 'bytes' | 'characters'
  readonly shortened: boolean
}

/** How much of what the provider takes a message is. */
export function SizeMeter({ used, limit, unit, shortened }: SizeMeterProps) {
  const t = useTranslations('channels.preview')
  const share = Math.min(100, Math.ceil((used / limit) * 100))
  const isNear = shortened || share > 90
  return (
    <div className="flex flex-col gap-1">
      <meter
        aria-label={t('meter')}
        min={0}
        max={limit}
        value={Math.min(used, limit)}
        className="sr-only"
      />
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken">
        <span
          className={classNames(
            'block h-full rounded-full',
            isNear ? 'bg-amber' : 'bg-accent-fill',
          )}
          style={{ width: `${share}%` }}
        />
      </span>
      <p className="text-ink-faint text-xs">
        {t('size', { used, limit, unit })}
        {shortened ? <span className="text-amber"> · {t('shortened')}</span> : null}
      </p>
    </div>
  )
}
