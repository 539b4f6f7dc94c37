import type { ChannelItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { GaugeBar } from '~/ui/gauge-bar.tsx'

interface QuotaGaugeProps {
  readonly channel: Pick<ChannelItem, 'robotQuota' | 'sentThisMonth' | 'fallbackChannelName'>
}

/** That nothing more goes this month, and what becomes of messages instead. */
export function QuotaUsedUp({ channel }: QuotaGaugeProps) {
  const t = useTranslations('channels.flow')
  const { robotQuota, sentThisMonth, fallbackChannelName: instead } = channel
  if (robotQuota === null || (sentThisMonth ?? 0) < robotQuota) return null
  return (
    <span className="text-amber">
      {instead === null ? t('usedUpWaits') : t('usedUp', { instead })}
    </span>
  )
}

/** How much of what its provider takes in a month a robot has been sent. */
export function QuotaGauge({ channel }: QuotaGaugeProps) {
  const t = useTranslations('channels.flow')
  const { robotQuota, sentThisMonth } = channel
  const sent = sentThisMonth ?? 0
  if (robotQuota === null) return t('sentOnly', { sent })
  const said = t('sentOf', { sent, quota: robotQuota })
  return (
    <span className="flex max-w-48 flex-col gap-1">
      {said}
      <GaugeBar label={said} value={sent} limit={robotQuota} isNear={sent >= robotQuota * 0.9} />
      <QuotaUsedUp channel={channel} />
    </span>
  )
}
