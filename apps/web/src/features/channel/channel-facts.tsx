import { channelKindOf, isChannelKind } from '@highwater/channels/catalog'
import type { ChannelItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { ChannelHealth } from './channel-health.tsx'
import { QuotaGauge } from './quota-gauge.tsx'

/** How the channel has been doing. */
export function ChannelFacts({ channel }: { readonly channel: ChannelItem }) {
  const t = useTranslations('channels')
  const kinds = useTranslations('channelKinds')
  const common = useTranslations('common')
  const deliveries = useTranslations('deliveries')
  const locale = useLocale()
  const { kind, lastDeliveredAt, lastFailedAt, testedAt } = channel
  return (
    <Panel>
      <div className="grid items-start gap-x-8 gap-y-3 lg:grid-cols-2">
        <FactList
          facts={[
            [t('column.kind'), isChannelKind(kind) ? channelKindOf(kind).label[locale] : kind],
            [t('column.department'), channel.departmentName ?? t('everybody')],
            [t('column.createdAt'), <ExactTime key="created" at={channel.createdAt} />],
            [
              t('column.tested'),
              testedAt === null ? common('never') : <RelativeTime key="tested" at={testedAt} />,
            ],
          ]}
        />
        <FactList
          facts={[
            [
              t('column.state'),
              channel.kindOff === null ? (
                <ChannelHealth key="health" {...channel} />
              ) : (
                // Why, the notice above says.
                <Badge key="off">{kinds('badge')}</Badge>
              ),
            ],
            [
              t('column.lastDelivery'),
              lastDeliveredAt === null ? (
                common('never')
              ) : (
                <RelativeTime key="delivered" at={lastDeliveredAt} />
              ),
            ],
            [
              t('flow.sent'),
              // Where nobody counts, no number is true.
              channel.robotQuota === null && channel.sentThisMonth === null ? null : (
                <QuotaGauge key="quota" channel={channel} />
              ),
            ],
            [t('fallback.label'), channel.fallbackChannelName],
            [
              t('fallback.of'),
              channel.fallbackOf.length === 0 ? null : (
                <span key="of">
                  {channel.fallbackOf.map(({ id, name }, index) => (
                    <span key={id}>
                      {index === 0 ? null : t('fallback.separator')}
                      <TextLink href={`/settings/channels/${id}`}>{name}</TextLink>
                    </span>
                  ))}
                </span>
              ),
            ],
            [
              t('column.lastFailure'),
              lastFailedAt === null ? null : <RelativeTime key="failed" at={lastFailedAt} />,
            ],
            [
              deliveries('title'),
              <TextLink key="deliveries" href={`/deliveries?channel=${channel.id}`}>
                {t('allDeliveries')}
              </TextLink>,
            ],
          ]}
        />
      </div>
    </Panel>
  )
}
