import type { ChannelId, MessageLocale } from '@highwater/core'
import type { MessageKind } from '@highwater/core/notify'
import { listAddress } from '~/ui/list-address.ts'

export const templatesPath = '/settings/templates'

export interface TemplateScope {
  readonly kind: MessageKind
  readonly locale: MessageLocale
  readonly channel: ChannelId | null
}

/** The page on which the template of a kind, language and channel is written. */
export const templateAddress = ({ kind, locale, channel }: TemplateScope): string =>
  listAddress(`${templatesPath}/edit`, {
    kind,
    locale,
    ...(channel === null ? {} : { channel }),
  })
