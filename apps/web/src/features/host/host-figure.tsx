import type { HostFigure, HostFigureName } from '@highwater/core/alert'
import type { HostItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'

interface HostFigureBarProps {
  readonly host: HostItem
  readonly name: HostFigureName
}

/** How full one part of a host is, as a bar with its figure; over its limit it says so in words. */
export function HostFigureBar({ host, name }: HostFigureBarProps) {
  const t = useTranslations('hosts')
  const fraction = host[name]
  if (fraction === null) return <span className="text-ink-faint">{t('notSaid')}</span>
  const over: HostFigure | undefined = host.over.find((figure) => figure.name === name)
  const percent = Math.round(fraction * 100)
  return (
    <div className="flex min-w-24 flex-col gap-1">
      <span className="tabular-nums">
        {percent} %
        {over === undefined ? null : (
          <span className="text-firing text-xs"> {t('overLimit', { limit: over.limit })}</span>
        )}
      </span>
      <span
        aria-hidden
        className="block h-1.5 overflow-hidden rounded-full bg-stale-soft forced-color-adjust-none"
      >
        <span
          className={classNames(
            'block h-full',
            over === undefined ? 'bg-quiet-fill' : 'bg-firing-fill',
          )}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
    </div>
  )
}
