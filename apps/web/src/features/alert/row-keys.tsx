import type { Action, ResourceFacts } from '@highwater/core/permissions'
import { useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'
import { Kbd } from '~/ui/kbd.tsx'

const keys = [
  ['next', 'j'],
  ['previous', 'k'],
  ['open', '↵'],
  ['acknowledge', 'a'],
  ['snooze', 's'],
  ['select', 'x'],
] as const

interface RowKeysProps {
  readonly alerts: readonly ResourceFacts[]
  /** Whether rows can be chosen here. */
  readonly selects: boolean
}

/**
 * The keys of a list of alerts; only where there is a keyboard and room. What the reader may do with none of
 * them is not offered.
 */
export function RowKeys({ alerts, selects }: RowKeysProps) {
  const t = useTranslations('now.keys')
  const refusal = useRefusal()
  const may = (action: Action) => alerts.some((alert) => refusal(action, alert) === null)
  const isOffered: Readonly<Record<string, boolean>> = {
    acknowledge: may('alert.acknowledge'),
    snooze: may('alert.snooze'),
    select: selects && may('alert.acknowledge'),
  }
  return (
    <dl
      aria-label={t('title')}
      className="hidden items-center gap-3 text-ink-faint text-xs md:flex pointer-coarse:hidden"
    >
      {keys
        .filter(([name]) => isOffered[name] ?? true)
        .map(([name, key]) => (
          <div key={name} className="flex items-center gap-1">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
    </dl>
  )
}
