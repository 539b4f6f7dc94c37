import type { AlertState } from '@highwater/core/alert'
import { useTranslations } from 'next-intl'
import { StateBadge } from '~/ui/state-badge.tsx'
import { alertMeanings } from './alert-meaning.ts'

interface AlertBadgeProps {
  readonly state: AlertState
  /** The figure is old: no newer one has arrived. */
  readonly stale?: boolean
}

/** The state of an alert, and beside it whether its figure can still be trusted. */
export function AlertBadge({ state, stale = false }: AlertBadgeProps) {
  const t = useTranslations('common.alertState')
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StateBadge meaning={alertMeanings[state]} word={t(state)} />
      {stale && state !== 'closed' ? <StateBadge meaning="stale" /> : null}
    </span>
  )
}
