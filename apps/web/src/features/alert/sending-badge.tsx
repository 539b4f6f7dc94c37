import type { SendingStatus } from '@highwater/core/alert'
import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '~/ui/badge.tsx'

const tones: Readonly<Record<SendingStatus, BadgeTone>> = {
  pending: 'neutral',
  successful: 'neutral',
  failed: 'firing',
  sent_again: 'amber',
  completed: 'neutral',
  suppressed: 'stale',
}

/** What became of telling people; calm unless somebody was not reached. */
export function SendingBadge({ status }: { readonly status: SendingStatus }) {
  const t = useTranslations('common.sendingStatus')
  return <Badge tone={tones[status]}>{t(status)}</Badge>
}
