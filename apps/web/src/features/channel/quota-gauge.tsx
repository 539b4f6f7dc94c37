import type { ChannelItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { GaugeBar } from '~/ui/gauge-bar.tsx'

interface QuotaGaugeProps {
  readonly channel: Pick<ChannelItem, 'monthlyQuota' | 'sentThisMonth' | 'fallbackChannelName'>
}

/** That nothing more goes this month, and what becomes of messages instead. */
export function QuotaUsedUp({ channel }: QuotaGaugeProps) {
  const t = useTranslations('channels.flow')
  const { monthlyQuota, sentThisMonth, fallbackChannelName: instead } = channel
  if (monthlyQuota === null || (sentThisMonth ?? 0) < monthlyQuota) return null
  return (
    <span className="text-amber">
      {instead === null ? t('usedUpWaits') : t('usedUp', { instead })}
    </span>
  )
}

/** How much of what its provider takes in a month a channel has been sent. */
export function QuotaGauge({ channel }: QuotaGaugeProps) {
  const t = useTranslations('channels.flow')
  const { monthlyQuota, sentThisMonth } = channel
  const sent = sentThisMonth ?? 0
  if (monthlyQuota === null) return t('sentOnly', { sent })
  const said = t('sentOf', { sent, quota: monthlyQuota })
  return (
    <span className="flex max-w-48 flex-col gap-1">
      {said}
      <GaugeBar
        label={said}
        value={sent}
        limit={monthlyQuota}
        isNear={sent >= monthlyQuota * 0.9}
      />
      <QuotaUsedUp channel={channel} />
    </span>
  )
}
