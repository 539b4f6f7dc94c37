import type { ChannelItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { GaugeBar } from '~/ui/gauge-bar.tsx'

interface QuotaGaugeProps {
  readonly channel: Pick<ChannelItem, 'monthlyQuota' | 'sentThisMonth'>
}

/** How much of what its provider takes in a month a channel has been sent. */
export function QuotaGauge({ channel: { monthlyQuota, sentThisMonth } }: QuotaGaugeProps) {
  const t = useTranslations('channels.flow')
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
      {sent < monthlyQuota ? null : <span className="text-amber">{t('usedUp')}</span>}
    </span>
  )
}
