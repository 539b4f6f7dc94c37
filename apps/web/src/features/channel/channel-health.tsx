import { explainReason } from '@highwater/channels/catalog'
import type { ChannelItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { hasFailedLast } from '~/channel-health/has-failed-last.ts'
import type { Meaning } from '~/ui/meaning.ts'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'
import { useListing } from '~/ui/use-listing.ts'

type Health = Pick<
  ChannelItem,
  'health' | 'healthReason' | 'refused' | 'lastDeliveredAt' | 'lastFailedAt' | 'cutOff'
>

/** What there is to say of its last message: that it failed, or something though it was taken. */
function wordOf(channel: Health): 'partial' | 'advised' | 'failing' {
  if (hasFailedLast(channel)) return 'failing'
  return channel.refused.length > 0 ? 'partial' : 'advised'
}

const meanings: Readonly<Record<ChannelItem['health'], Meaning>> = {
  working: 'quiet',
  untried: 'unknown',
  needs_attention: 'firing',
}

/** A list of hundreds of addresses would hide the other channels. */
export const mostNamed = 10

/** Whether messages get through, what the last verdict was, and what to do about it. */
export function ChannelHealth(channel: Health) {
  const { health, healthReason, refused, cutOff } = channel
  const t = useTranslations('channels.health')
  const listed = useListing()
  const locale = useLocale()
  const explained = healthReason === null ? null : explainReason(healthReason)
  function stateOf(): { readonly meaning: Meaning; readonly word: string } {
    if (cutOff !== null) return { meaning: 'firing', word: t('cutOff') }
    if (explained === null || health === 'needs_attention') {
      return { meaning: meanings[health], word: t(health) }
    }
    return { meaning: 'pending', word: t(wordOf(channel)) }
  }
  return (
    <div className="flex flex-col items-start gap-1 py-1">
      <StateBadge {...stateOf()} />
      {cutOff === null ? null : (
        <p className="text-xs">
          {t('probes', { waiting: cutOff.waiting })}
          {cutOff.nextProbeAt === null ? null : (
            <>
              {' · '}
              {t('nextProbe')} <RelativeTime at={cutOff.nextProbeAt} toCome />
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
      {refused.length === 0 ? null : (
        <p className="wrap-anywhere max-w-80 text-amber text-xs">
          {t('refused', {
            names: listed(refused.slice(0, mostNamed)),
            more: Math.max(0, refused.length - mostNamed),
          })}
        </p>
      )}
    </div>
  )
}
