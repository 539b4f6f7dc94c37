import { environmentProvider } from '@highwater/core/sign-in'
import type { ProviderItem, SignInPolicyItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { EnabledSwitch } from '~/forms/enabled-switch.tsx'
import { Badge } from '~/ui/badge.tsx'
import { CopyButton } from '~/ui/copy-button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { switchEnvironment } from './provider-actions.ts'

interface EnvironmentWay {
  readonly name: string
  readonly issuer: string
}

interface ProviderTableProps {
  readonly providers: readonly ProviderItem[]
  /** The provider that the operator has named; null for none. */
  readonly environment: EnvironmentWay | null
  readonly policy: Pick<SignInPolicyItem, 'environmentLinksByEmail' | 'environmentVouchesForEmail'>
  /** The callback address of a provider by its key. */
  readonly callbacks: Readonly<Record<string, string>>
  /** Why the reader may change nothing; null when they may. */
  readonly refusal: string | null
}

/** Every provider, the environment's first, with the address that each has to allow. */
export function ProviderTable(props: ProviderTableProps) {
  const { providers, environment, policy, callbacks, refusal } = props
  const t = useTranslations('signInSettings.providers')
  const yesOrNo = (isOn: boolean) => (
    <Badge tone={isOn ? 'accent' : 'neutral'}>{t(isOn ? 'on' : 'off')}</Badge>
  )
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('column.name')}</HeadingCell>
        <HeadingCell>{t('column.issuer')}</HeadingCell>
        <HeadingCell>{t('column.callback')}</HeadingCell>
        <HeadingCell>{t('column.state')}</HeadingCell>
        <HeadingCell>{t('column.links')}</HeadingCell>
        <HeadingCell>{t('column.vouches')}</HeadingCell>
      </TableHead>
      <tbody>
        {environment === null ? null : (
          <Row>
            <Cell className="font-medium">{environment.name}</Cell>
            <Cell className="wrap-anywhere">{environment.issuer}</Cell>
            <CallbackCell address={callbacks[environmentProvider] ?? ''} />
            <Cell>{t('fromEnvironment')}</Cell>
            <Cell label={t('column.links')}>
              <EnabledSwitch
                action={switchEnvironment}
                values={{ switch: 'linksByEmail' }}
                isOn={policy.environmentLinksByEmail}
                label={t('linksByEmailOf', { name: environment.name })}
                done={t('saved')}
                refusal={refusal}
              />
            </Cell>
            <Cell label={t('column.vouches')}>
              <EnabledSwitch
                action={switchEnvironment}
                values={{ switch: 'vouchesForEmail' }}
                isOn={policy.environmentVouchesForEmail}
                label={t('vouchesOf', { name: environment.name })}
                done={t('saved')}
                refusal={refusal}
              />
            </Cell>
          </Row>
        )}
        {providers.map(({ id, name, issuer, enabled, linksByEmail, vouchesForEmail }) => (
          <Row key={id}>
            <Cell>
              <TextLink href={`/settings/sign-in/${id}`} className="font-medium">
                {name}
              </TextLink>
            </Cell>
            <Cell className="wrap-anywhere">{issuer}</Cell>
            <CallbackCell address={callbacks[id] ?? ''} />
            <Cell label={t('column.state')}>{yesOrNo(enabled)}</Cell>
            <Cell label={t('column.links')}>{yesOrNo(linksByEmail)}</Cell>
            <Cell label={t('column.vouches')}>{yesOrNo(vouchesForEmail)}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function CallbackCell({ address }: { readonly address: string }) {
  const t = useTranslations('signInSettings.providers.column')
  return (
    <Cell>
      <span className="flex items-center gap-1">
        <code className="wrap-anywhere font-mono text-xs">{address}</code>
        <CopyButton text={address} subject={t('callback')} />
      </span>
    </Cell>
  )
}
