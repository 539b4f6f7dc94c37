import type { ChannelMessage } from '@highwater/core/notify'
import type { Sealer } from '@highwater/db/client'
import type { Claimed } from '@highwater/db/queue'

/** An attempt whose answer was lost may have arrived; the message says so when it is sent again. */
const marked = (claimed: Claimed): ChannelMessage =>
  claimed.mayBeDuplicate && claimed.message.kind !== 'test'
    ? { ...claimed.message, note: claimed.message.note ?? 'may_be_a_duplicate' }
    : claimed.message

/**
 * A claimed message as it is to be sent. The link to choose a new password is sealed until now.
 * @throws AppError `unavailable` when no present key can open it
 */
export function openMessage(sealer: Sealer, claimed: Claimed): ChannelMessage {
  const message = marked(claimed)
  if (message.kind !== 'test' || message.passwordReset === undefined) return message
  const { url } = sealer.open(message.passwordReset.sealedUrl)
  return { ...message, consoleUrl: String(url) }
}
