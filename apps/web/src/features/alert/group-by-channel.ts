import type { AlertNotification } from '@highwater/db/queries'

export interface ToldChannel {
  readonly channel: AlertNotification['channel']
  /** Newest first. */
  readonly messages: readonly AlertNotification[]
}

interface Told {
  readonly channels: readonly ToldChannel[]
  /** What was never meant to leave, each channel or person and reason once. */
  readonly silent: readonly AlertNotification[]
}

/** Sorts the messages of an alert by who got them. `told` is in the order of writing. */
export function groupByChannel(told: readonly AlertNotification[]): Told {
  const channels = new Map<string, AlertNotification[]>()
  const silent = new Map<string, AlertNotification>()
  for (const message of told.toReversed()) {
    const channel = message.channel?.id ?? ''
    if (message.state === 'suppressed') {
      const person = message.reasonDetail?.personId ?? ''
      silent.set(`${channel} ${message.reason} ${person}`, message)
    } else {
      const messages = channels.get(channel) ?? []
      messages.push(message)
      channels.set(channel, messages)
    }
  }
  return {
    channels: [...channels.values()].map((messages) => ({
      channel: messages[0]?.channel ?? null,
      messages,
    })),
    silent: [...silent.values()],
  }
}
