import type { ChannelItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'

/** Why nothing is sent through a channel whose kind is switched off; nothing where it is not. */
export function KindOffMark({ kindOff }: Pick<ChannelItem, 'kindOff'>) {
  const t = useTranslations('channelKinds')
  if (kindOff === null) return null
  return (
    <span className="flex flex-col items-start gap-1">
      <Badge>{t('badge')}</Badge>
      <span className="wrap-anywhere max-w-80 text-ink-muted text-xs">
        {kindOff.note === '' ? t('why') : t('whyWith', { note: kindOff.note })}
      </span>
    </span>
  )
}
