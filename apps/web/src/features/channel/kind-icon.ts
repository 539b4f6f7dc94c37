import { type ChannelSign, channelKindOf, isChannelKind } from '@highwater/channels/catalog'
import { Bot, type LucideIcon, Mail, MessageSquareShare, UserRound, Webhook } from 'lucide-react'

const icons: Readonly<Record<ChannelSign, LucideIcon>> = {
  robot: Bot,
  person: UserRound,
  mail: Mail,
  endpoint: Webhook,
}

/** Our own sign for a kind of channel; vendors' logos are theirs. */
export const kindIcon = (kind: string): LucideIcon =>
  isChannelKind(kind) ? icons[channelKindOf(kind).sign] : MessageSquareShare
