import { Bot, type LucideIcon, Mail, MessageSquareShare, Webhook } from 'lucide-react'

const icons: Readonly<Record<string, LucideIcon>> = {
  dingtalk: Bot,
  email: Mail,
  webhook: Webhook,
}

/** Our own sign for a kind of channel; vendors' logos are theirs. */
export const kindIcon = (kind: string): LucideIcon => icons[kind] ?? MessageSquareShare
