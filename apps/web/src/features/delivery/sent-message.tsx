import { isChannelKind, renderFor } from '@highwater/channels/catalog'
import type { ChannelItem, NotificationDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { RenderedMessage } from '~/features/channel/rendered-message.tsx'

interface SentMessageProps {
  readonly notification: NotificationDetail
  /** The channel as it is now; null when it has been deleted or was never saved. */
  readonly channel: ChannelItem | null
  /** In which messages write their times. */
  readonly timeZone: string
}

function render({ notification, channel, timeZone }: SentMessageProps) {
  const { message, locale } = notification
  const kind = notification.channel?.kind
  if (message === null || kind === undefined || !isChannelKind(kind)) return null
  try {
    return renderFor(kind, { message, locale, timeZone }, channel?.config ?? {})
  } catch {
    return null
  }
}

/** What was said, in the manner of the channel. Rendering again gives the same words as sending did. */
export function SentMessage(props: SentMessageProps) {
  const t = useTranslations('deliveries.detail')
  const { notification } = props
  if (notification.message === null || notification.channel === null) {
    return <p className="text-ink-muted text-sm">{t('noText')}</p>
  }
  const rendered = render(props)
  if (rendered === null) return <p className="text-ink-muted text-sm">{t('gone')}</p>
  return (
    <RenderedMessage
      preview={rendered.preview}
      sender={notification.channel?.name ?? 'Highwater'}
    />
  )
}
