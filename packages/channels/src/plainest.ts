import type { AddressedMessage, ChannelMessage } from '@highwater/core/notify'
import { channelKindOf, isChannelKind } from './catalog.ts'

/** So many alerts a digest names when its full length was refused; it says how many there are. */
const membersNamed = 20

function shortest(message: ChannelMessage): ChannelMessage {
  switch (message.kind) {
    case 'digest':
      return { ...message, members: message.members.slice(0, membersNamed) }
    case 'test':
      return message
    case 'firing':
    case 'repeat':
    case 'resolved':
      return {
        ...message,
        detail: null,
        particulars:
          message.particulars?.type === 'withheld'
            ? { ...message.particulars, named: [] }
            : message.particulars,
        project: message.project && { ...message.project, tags: [] },
      }
  }
}

/**
 * The message without everything that a provider may take offence at: no words of the source, no
 * tags, no template of our own making. What happened, to what, and the link remain.
 */
export const plainestMessage = ({
  message,
  locale,
  timeZone,
}: AddressedMessage): AddressedMessage => ({ message: shortest(message), locale, timeZone })

/** The settings of a channel with plain text as its format, where its kind offers that. */
export function plainestConfig(
  kind: string,
  config: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!isChannelKind(kind)) return config
  const format = channelKindOf(kind).fields.find(({ path }) => path === 'config.format')
  return format?.options?.some(({ value }) => value === 'text')
    ? { ...config, format: 'text' }
    : config
}
