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

/** What became of a message: colour, icon and word. */
export function DeliveryBadge({ state }: { readonly state: NotificationState }) {
  const t = useTranslations('deliveries.state')
  const { tone, icon: Icon } = looks[state]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(state)}
    </Badge>
  )
}
