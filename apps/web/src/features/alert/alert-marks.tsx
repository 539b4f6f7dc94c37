import type { AlertItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { useNow } from '~/ui/clock.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'

interface AlertMarksProps {
  readonly alert: AlertItem
  /** As the page expects it, while the server has not answered. */
  readonly isAcknowledged: boolean
}

/** Who has an alert in hand, and what keeps it quiet: acknowledged, assigned, snoozed, flapping. */
export function AlertMarks({ alert, isAcknowledged }: AlertMarksProps) {
  const t = useTranslations('alerts.mark')
  const now = useNow()
  const { acknowledgedBy, assignee, snoozedUntil, flappingSince, closedAt } = alert
  const isSnoozed = closedAt === null && snoozedUntil !== null && snoozedUntil > now
  return (
    <>
      {isAcknowledged && acknowledgedBy !== null ? (
        <Badge tone="accent">{t('acknowledged', { name: acknowledgedBy.name })}</Badge>
      ) : null}
      {assignee === null ? null : <Badge>{t('assigned', { name: assignee.name })}</Badge>}
      {isSnoozed ? (
        <Badge>{t.rich('snoozed', { until: () => <ExactTime at={snoozedUntil} /> })}</Badge>
      ) : null}
      {closedAt === null && flappingSince !== null ? <Badge>{t('flapping')}</Badge> : null}
    </>
  )
}
