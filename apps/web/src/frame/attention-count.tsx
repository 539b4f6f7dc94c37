import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'

interface AttentionCountProps {
  readonly count: number
  readonly className?: string
}

/** How many firing alerts wait for somebody; nothing when there are none. */
export function AttentionCount({ count, className }: AttentionCountProps) {
  const t = useTranslations('frame')
  if (count === 0) return null
  return (
    <span
      className={classNames(
        'grid h-4.5 min-w-4.5 place-items-center rounded-full bg-firing-fill px-1 font-semibold text-2xs text-on-firing leading-none',
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('unacknowledged', { count })}</span>
    </span>
  )
}
