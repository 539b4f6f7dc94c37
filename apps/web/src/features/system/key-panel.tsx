import type { SecretKeyState, SecretKeys } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import type { Meaning } from '~/ui/meaning.ts'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'

const meanings: Readonly<Record<SecretKeyState, Meaning>> = {
  sealing: 'quiet',
  leaving: 'recovering',
  vouching: 'quiet',
  idle: 'quiet',
  missing: 'firing',
}

/** The keys of HIGHWATER_SECRET: which secrets each has sealed, and which may be taken out. */
export function KeyPanel({ keys, workersWithout }: SecretKeys) {
  const t = useTranslations('system.key')
  const isWaiting = workersWithout > 0 && keys.length > 1
  return (
    <Panel title={t('title')} description={t('text')}>
      {isWaiting ? <Notice tone="warning">{t('waits', { count: workersWithout })}</Notice> : null}
      <ul className="flex flex-col gap-3 text-sm">
        {keys.map(({ id, state, secrets }) => (
          <li key={id}>
            <code className="mr-2 font-mono font-semibold">{id}</code>
            <StateBadge meaning={meanings[state]} word={t(`state.${state}`)} />
            <p className="mt-1 text-ink-muted">{t(`sentence.${state}`, { count: secrets })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
