import type { SessionId, UserId } from '@highwater/core'
import type { SessionItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { endAllSessions, endOtherSessions, endSession } from './account-actions.ts'
import { deviceOf } from './device-name.ts'

interface SessionTableProps {
  readonly sessions: readonly SessionItem[]
  /** The reader's own; null in the list of somebody else. */
  readonly current: SessionId | null
  /** Whose sessions they are, where they are somebody else's. */
  readonly user?: UserId
  /** Why the reader may not end them; null when they may. */
  readonly refusal?: string | null
}

/** Where a person is signed in, and the way to end it there. */
export function SessionTable({ sessions, current, user, refusal = null }: SessionTableProps) {
  const t = useTranslations('account.session')
  const deviceText = (userAgent: string | null) => {
    const { browser, system } = deviceOf(userAgent ?? '')
    if (browser !== null && system !== null) return t('deviceOn', { browser, system })
    return browser ?? system ?? t('unknownDevice')
  }
  return (
    <Panel
      title={t('title')}
      description={t(user === undefined ? 'text' : 'textOf')}
      flush
      actions={
        // The form stays when nothing is left to end, or nobody would be there to say that it is done.
        <ActionForm
          action={user === undefined ? endOtherSessions : endAllSessions}
          values={user === undefined ? {} : { user }}
          done={t(user === undefined ? 'revokedOthers' : 'revokedAll')}
        >
          {refusal !== null || sessions.length < (user === undefined ? 2 : 1) ? null : (
            <Button type="submit" size="sm">
              {t(user === undefined ? 'revokeOthers' : 'revokeAll')}
            </Button>
          )}
        </ActionForm>
      }
    >
      {sessions.length === 0 ? (
        <p className="p-4 text-ink-muted text-sm">{t('none')}</p>
      ) : (
        <DataTable caption={t('list')} stacks>
          <TableHead>
            <HeadingCell>{t('device')}</HeadingCell>
            <HeadingCell className="max-sm:hidden">{t('address')}</HeadingCell>
            <HeadingCell className="max-sm:hidden">{t('started')}</HeadingCell>
            <HeadingCell>{t('seen')}</HeadingCell>
            <HeadingCell>
              <span className="sr-only">{t('revoke')}</span>
            </HeadingCell>
          </TableHead>
          <tbody>
            {sessions.map(({ id, userAgent, ip, createdAt, lastSeenAt }) => (
              <Row key={id}>
                <Cell>
                  <span title={userAgent ?? undefined}>{deviceText(userAgent)}</span>{' '}
                  {id === current ? <Badge tone="accent">{t('current')}</Badge> : null}
                </Cell>
                <Cell className="font-mono text-xs max-sm:hidden">{ip}</Cell>
                <Cell className="max-sm:hidden">
                  <ExactTime at={createdAt} />
                </Cell>
                <Cell>
                  <RelativeTime at={lastSeenAt} />
                </Cell>
                <Cell className="text-right">
                  {id === current || refusal !== null ? null : (
                    <ActionForm action={endSession} values={{ session: id }}>
                      <Button type="submit" size="sm">
                        {t('revoke')}
                      </Button>
                    </ActionForm>
                  )}
                </Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  )
}
