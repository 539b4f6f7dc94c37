import { explainReason } from '@highwater/channels/catalog'
import type { ChannelItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import type { Meaning } from '~/ui/meaning.ts'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'

type Health = Pick<ChannelItem, 'health' | 'healthReason' | 'cutOff'>

const meanings: Readonly<Record<ChannelItem['health'], Meaning>> = {
  working: 'quiet',
  untried: 'unknown',
  needs_attention: 'firing',
}

/** Whether messages get through, what the last verdict was, and what to do about it. */
export function ChannelHealth({ health, healthReason, cutOff }: Health) {
  const t = useTranslations('channels.health')
  const locale = useLocale()
  const explained = healthReason === null ? null : explainReason(healthReason)
  // A reason is kept from the last attempt that failed until the next one is delivered.
  const state =
    cutOff !== null
      ? { meaning: 'firing' as const, word: t('cutOff') }
      : explained === null || health === 'needs_attention'
        ? { meaning: meanings[health], word: t(health) }
        : { meaning: 'pending' as const, word: t('failing') }
  return (
    <div className="flex flex-col items-start gap-1 py-1">
      <StateBadge {...state} />
      {cutOff === null ? null : (
        <p className="text-xs">
          {t('probes', { waiting: cutOff.waiting })}
          {cutOff.nextProbeAt === null ? null : (
            <>
              {' · '}
              {t('nextProbe')} <RelativeTime at={cutOff.nextProbeAt} />
            </>
          )}
        </p>
      )}
      {explained === null ? null : (
        <p className="max-w-80 text-xs">
          {explained.sentence[locale]}{' '}
          <span className="text-ink-muted">{explained.advice[locale]}</span>
        </p>
      )}
    </div>
  )
}
