import { channelKindOf, isChannelKind } from '@highwater/channels/catalog'
import type { ChannelItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { KindOffMark } from '~/features/channel-kind/kind-off-mark.tsx'
import { EnabledSwitch } from '~/forms/enabled-switch.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { setChannelEnabled } from './channel-actions.ts'
import { ChannelHealth } from './channel-health.tsx'
import { kindIcon } from './kind-icon.ts'
import { QuotaUsedUp } from './quota-gauge.tsx'

interface ChannelRow {
  readonly channel: ChannelItem
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

/** Where alerts go, and whether they arrive. */
export function ChannelTable({ rows }: { readonly rows: readonly ChannelRow[] }) {
  const t = useTranslations('channels')
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('column.name')}</HeadingCell>
        <HeadingCell>{t('column.state')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.lastDelivery')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('column.department')}</HeadingCell>
        <HeadingCell>{t('column.enabled')}</HeadingCell>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <ChannelTableRow key={row.channel.id} {...row} />
        ))}
      </tbody>
    </DataTable>
  )
}

function ChannelTableRow({ channel, refusal }: ChannelRow) {
  const t = useTranslations('channels')
  const common = useTranslations('common')
  const locale = useLocale()
  const Icon = kindIcon(channel.kind)
  const kind = isChannelKind(channel.kind)
    ? channelKindOf(channel.kind).label[locale]
    : channel.kind
  return (
    <Row>
      <Cell>
        <span className="flex items-center gap-2.5">
          <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0">
            <TextLink href={`/settings/channels/${channel.id}`} className="font-medium">
              {channel.name}
            </TextLink>
            <span className="block text-ink-faint text-xs">{kind}</span>
          </span>
        </span>
      </Cell>
      <Cell>
        {channel.kindOff === null ? <ChannelHealth {...channel} /> : <KindOffMark {...channel} />}
        <span className="block max-w-80 text-xs">
          <QuotaUsedUp channel={channel} />
        </span>
      </Cell>
      <Cell className="max-md:hidden">
        {channel.lastDeliveredAt === null ? (
          <span className="text-ink-faint">{common('never')}</span>
        ) : (
          <RelativeTime at={channel.lastDeliveredAt} />
        )}
      </Cell>
      <Cell className="min-w-20 max-lg:hidden">{channel.departmentName ?? t('everybody')}</Cell>
      <Cell>
        <EnabledSwitch
          action={setChannelEnabled}
          values={{ channel: channel.id }}
          isOn={channel.enabled}
          label={t('switch', { name: channel.name })}
          done={t(channel.enabled ? 'disabled' : 'enabled', { name: channel.name })}
          refusal={refusal}
        />
      </Cell>
    </Row>
  )
}
