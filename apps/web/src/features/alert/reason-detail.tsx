import type { SuppressionDetail, SuppressionReason } from '@highwater/core/notify'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ExactTime } from '~/ui/exact-time.tsx'
import { factsOfReason } from './name-reason.ts'

const untilReasons: readonly (SuppressionReason | string)[] = ['silenced', 'maintenance']

interface ReasonDetailProps {
  readonly reason: string | null
  readonly detail: SuppressionDetail | null
}

/** Which subscription or silence a reason speaks of, its hours, and when that changes. */
export function ReasonDetail({ reason, detail }: ReasonDetailProps) {
  const t = useTranslations('alerts.reasonDetail')
  const facts = factsOfReason(detail)
  if (facts === null) return null
  const { subscription, silence, person, channel, hours, at } = facts
  const time = (chunks: ReactNode) => (at === null ? chunks : <ExactTime at={at} />)
  const when = reason !== null && untilReasons.includes(reason) ? 'until' : 'next'
  const said = [
    person === null ? null : t('person', { name: person }),
    channel === null ? null : t('channel', { name: channel }),
    subscription === null ? null : t('subscription', { name: subscription }),
    silence === null ? null : t('silence', { name: silence }),
    hours === null ? null : t('hours', hours),
  ].filter((text) => text !== null)
  return (
    <span className="block text-ink-faint text-xs">
      {said.join(' · ')}
      {at === null || said.length === 0 ? null : ' · '}
      {at === null ? null : t.rich(when, { time })}
    </span>
  )
}
