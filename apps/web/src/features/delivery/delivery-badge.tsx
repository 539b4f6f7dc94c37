import type { NotificationState } from '@highwater/db/queries'
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Hourglass,
  type LucideIcon,
  RefreshCw,
  Replace,
  Send,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '~/ui/badge.tsx'

interface Look {
  readonly tone: BadgeTone
  readonly icon: LucideIcon
}

const looks: Readonly<Record<NotificationState, Look>> = {
  pending: { tone: 'amber', icon: Hourglass },
  sending: { tone: 'amber', icon: Send },
  retrying: { tone: 'amber', icon: RefreshCw },
  delivered: { tone: 'quiet', icon: CircleCheck },
  partial: { tone: 'amber', icon: CircleAlert },
  failed: { tone: 'firing', icon: CircleAlert },
  superseded: { tone: 'neutral', icon: Replace },
  cancelled: { tone: 'neutral', icon: CircleSlash },
  suppressed: { tone: 'stale', icon: CircleDashed },
}

interface DeliveryBadgeProps {
  readonly state: NotificationState
  readonly reason?: string | null
}

/** What became of a message: colour, icon and word. Above a receive limit it is called limited. */
export function DeliveryBadge({ state, reason = null }: DeliveryBadgeProps) {
  const t = useTranslations('deliveries.state')
  const isLimited = state === 'suppressed' && reason === 'limit_reached'
  const { tone, icon: Icon } = looks[state]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(isLimited ? 'limited' : state)}
    </Badge>
  )
}
