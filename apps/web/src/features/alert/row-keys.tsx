import { useTranslations } from 'next-intl'
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
  /** Whether rows can be chosen here. */
  readonly selects: boolean
}

/** The keys of a list of alerts; only where there is a keyboard and room. */
export function RowKeys({ selects }: RowKeysProps) {
  const t = useTranslations('now.keys')
  return (
    <dl
      aria-label={t('title')}
      className="hidden items-center gap-3 text-ink-faint text-xs md:flex pointer-coarse:hidden"
    >
      {keys
        .filter(([name]) => selects || name !== 'select')
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
