import type { SubscriptionItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { EnabledSwitch } from '~/forms/enabled-switch.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { SubscriptionAbout } from './subscription-about.tsx'
import { setSubscriptionEnabled } from './subscription-actions.ts'
import { SubscriptionTargets, type TargetNames } from './subscription-targets.tsx'

interface SubscriptionRow {
  readonly subscription: SubscriptionItem
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
  readonly names: TargetNames
}

/** The subscriptions in the order in which they count. */
export function SubscriptionTable({ rows }: { readonly rows: readonly SubscriptionRow[] }) {
  const t = useTranslations('subscriptions')
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('column.name')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.about')}</HeadingCell>
        <HeadingCell>{t('column.targets')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('column.options')}</HeadingCell>
        <HeadingCell>{t('column.enabled')}</HeadingCell>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <SubscriptionTableRow key={row.subscription.id} {...row} />
        ))}
      </tbody>
    </DataTable>
  )
}

function SubscriptionTableRow({ subscription, refusal, names }: SubscriptionRow) {
  const t = useTranslations('subscriptions')
  const { id, name, isDefault, enabled, locale, limit, limitedUntil } = subscription
  const { recoveryNotices, mention, escalation } = subscription
  const options = [
    locale === null ? null : t(`test.language.${locale}`),
    limit === null ? null : t('option.limit', { count: limit.messages, per: limit.per }),
    mention === 'none' ? null : t('option.mention', { who: mention }),
    recoveryNotices ? null : t('option.noRecovery'),
    escalation.length === 0 ? null : t('option.escalation', { count: escalation.length }),
  ].filter((option) => option !== null)
  return (
    <Row>
      <Cell>
        <TextLink href={`/settings/subscriptions/${id}`} className="font-medium">
          {name}
        </TextLink>
        {isDefault ? <Badge className="ml-2">{t('default')}</Badge> : null}
        {limitedUntil === null ? null : (
          <Badge tone="amber" className="ml-2">
            {t('limited')}
          </Badge>
        )}
      </Cell>
      <Cell className="max-md:hidden">
        <SubscriptionAbout subscription={subscription} />
      </Cell>
      <Cell>
        <SubscriptionTargets subscription={subscription} names={names} />
      </Cell>
      <Cell className="max-lg:hidden">{options.join(' · ')}</Cell>
      <Cell>
        <EnabledSwitch
          action={setSubscriptionEnabled}
          values={{ subscription: id }}
          isOn={enabled}
          label={t('switch', { name })}
          done={t(enabled ? 'turnedOff' : 'turnedOn', { name })}
          refusal={refusal}
        />
      </Cell>
    </Row>
  )
}
