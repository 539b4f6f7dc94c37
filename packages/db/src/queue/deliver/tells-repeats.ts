import { channelKindOf, isChannelKind } from '@highwater/channels/catalog'

/** Whether the provider tells a repeated delivery by its id; not so for a kind that is gone. */
export const tellsRepeats = (kind: string): boolean =>
  isChannelKind(kind) && channelKindOf(kind).capabilities.repeatsSafely
