'use client'

import type { AlertDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

interface EndedSentenceProps {
  readonly alert: Pick<AlertDetail, 'closeReason' | 'closedBy' | 'closeNote'>
}

/** Why an alert is over, and who closed it or edited what it was held against; empty while it is open. */
export function EndedSentence({ alert }: EndedSentenceProps) {
  const t = useTranslations('alerts.transition')
  const common = useTranslations('common.closeReason')
  const { closeReason, closedBy: name, closeNote } = alert
  if (closeReason === null) return null
  if (closeReason === 'closed_by_person' && name !== null) {
    return t('closeBy', { name, note: closeNote ?? '' })
  }
  const reason = common(closeReason)
  return name === null ? t('close', { reason }) : t('closeByEdit', { reason, name })
}
