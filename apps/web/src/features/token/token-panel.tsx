import type { Instant } from '@highwater/core'
import { can, type UserActor } from '@highwater/core/permissions'
import type { DepartmentItem, TokenItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { refusalFor } from '~/forms/refusal-for.ts'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'
import { CreateTokenDialog } from './create-token-dialog.tsx'
import { isExpiring, isValid, TokenTable } from './token-table.tsx'

interface TokenPanelProps {
  readonly actor: UserActor
  readonly tokens: readonly TokenItem[]
  readonly departments: readonly DepartmentItem[]
  readonly now: Instant
  /** From how many days before its end a token is shown as expiring. */
  readonly warningDays: number
  readonly consoleUrl: string
  /** Only the reader's own are listed. */
  readonly onlyOwn?: boolean
}

/** The keys for programs; those that have ended are kept out of the way. */
export function TokenPanel(props: TokenPanelProps) {
  const { actor, tokens, departments, now, warningDays, consoleUrl, onlyOwn = false } = props
  const t = useTranslations('system.token')
  const locale = useLocale()
  const refusal = refusalFor(actor, 'token.create', { owner: actor.id }, locale)
  const valid = tokens.filter((token) => isValid(token, now))
  const ended = tokens.filter((token) => !isValid(token, now))
  const expiring = valid.filter((token) => isExpiring(token, now, warningDays)).length
  const table = {
    departmentNames: new Map(departments.map(({ id, name }) => [id as string, name])),
    now,
    warningDays,
    mayRevoke: (token: TokenItem) =>
      can(actor, 'token.revoke', { department: token.department, owner: token.user }).allowed,
  }
  return (
    <Panel
      title={t(onlyOwn ? 'own' : 'title')}
      description={t('description')}
      flush
      actions={
        refusal === null ? (
          <CreateTokenDialog
            consoleUrl={consoleUrl}
            departments={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <RefusedButton size="sm" reason={refusal}>
            {t('create')}
          </RefusedButton>
        )
      }
    >
      {expiring === 0 ? null : (
        <div className="p-4">
          <Notice tone="warning">{t('expireSoon', { count: expiring })}</Notice>
        </div>
      )}
      {valid.length === 0 ? (
        <p className="p-4 text-ink-muted text-sm">{t('empty')}</p>
      ) : (
        <TokenTable tokens={valid} {...table} />
      )}
      {ended.length === 0 ? null : (
        <details className="border-line border-t">
          <summary className="px-4 py-2 text-ink-muted text-sm tap focus-visible:-outline-offset-2">
            {t('showEnded', { count: ended.length })}
          </summary>
          <TokenTable tokens={ended} {...table} />
        </details>
      )}
    </Panel>
  )
}
