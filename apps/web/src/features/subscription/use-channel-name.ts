import { channelKindOf } from '@highwater/channels/catalog'
import type { RoutingTest } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'

type Channel = Pick<RoutingTest['told'][number]['channel'], 'name' | 'kind' | 'person'>

/** How a channel is named: one's own by its person, whose channels have no names. */
export function useChannelName() {
  const t = useTranslations('subscriptions.test')
  const locale = useLocale()
  return ({ name, kind, person }: Channel): string =>
    person === null
      ? name
      : t('ofPerson', { person: person.name, kind: channelKindOf(kind).label[locale] })
}
