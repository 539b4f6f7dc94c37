import { hours, type Instant, plus } from '@highwater/core'
import type { TokenItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { RevokeTokenDialog } from './revoke-token-dialog.tsx'

export const isValid = (token: TokenItem, now: Instant): boolean =>
  token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now)

/** Whether a token that still holds is about to end. */
export const isExpiring = (token: TokenItem, now: Instant, warningDays: number): boolean =>
  isValid(token, now) &&
  token.expiresAt !== null &&
  token.expiresAt <= plus(now, hours(24 * warningDays))

interface TokenTableProps {
  readonly tokens: readonly TokenItem[]
  readonly departmentNames: ReadonlyMap<string, string>
  readonly now: Instant
  /** From how many days before its end a token is shown as expiring. */
  readonly warningDays: number
  /** Whether the reader may revoke a token. */
  readonly mayRevoke: (token: TokenItem) => boolean
}

export function TokenTable(props: TokenTableProps) {
  const { tokens, departmentNames, now, warningDays, mayRevoke } = props
  const t = useTranslations('system')
  return (
    <DataTable caption={t('token.list')} stacks density="dense">
      <TableHead>
        <HeadingCell>{t('token.name')}</HeadingCell>
        <HeadingCell>{t('token.scope')}</HeadingCell>
        <HeadingCell>{t('token.owner')}</HeadingCell>
        <HeadingCell>{t('token.lastUsed')}</HeadingCell>
        <HeadingCell>{t('token.expires')}</HeadingCell>
        <HeadingCell>
          <span className="sr-only">{t('token.revoke')}</span>
        </HeadingCell>
      </TableHead>
      <tbody>
        {tokens.map((token) => (
          <Row key={token.id}>
            <Cell className="min-w-40">
              <span className="wrap-anywhere font-medium">{token.name}</span>{' '}
              <code className="font-mono text-ink-faint text-xs">{token.hint}…</code>
            </Cell>
            <Cell className="whitespace-nowrap">{t(`scope.${token.scope}`)}</Cell>
            <Cell className="wrap-anywhere min-w-28">
              {token.userName ?? t('token.nobody')}
              {token.department === null ? null : (
                <span className="text-ink-muted">
                  {' '}
                  · {departmentNames.get(token.department) ?? ''}
                </span>
              )}
            </Cell>
            <Cell label={t('token.lastUsed')}>
              {token.lastUsedAt === null ? (
                <span className="text-ink-faint">{t('token.neverUsed')}</span>
              ) : (
                <RelativeTime at={token.lastUsedAt} />
              )}
            </Cell>
            <Cell label={t('token.expires')}>
              {token.expiresAt === null ? (
                t('token.neverExpires')
              ) : (
                <>
                  <ExactTime at={token.expiresAt} />{' '}
                  {isExpiring(token, now, warningDays) ? (
                    <Badge tone="amber">{t('token.expiring')}</Badge>
                  ) : null}
                </>
              )}
            </Cell>
            <Cell className="text-right">
              {!isValid(token, now) ? (
                <Badge>{t(token.revokedAt === null ? 'token.ended' : 'token.revokedState')}</Badge>
              ) : mayRevoke(token) ? (
                <RevokeTokenDialog id={token.id} name={token.name} />
              ) : null}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
