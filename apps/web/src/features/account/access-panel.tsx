'use client'

import type { UserId } from '@highwater/core'
import type { AccountAccess } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { CodeBlock } from '~/ui/code-block.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'
import { giveInitialPassword, takeSecondFactor } from './access-actions.ts'
import { untouchedPassword } from './access-state.ts'

interface AccessPanelProps {
  readonly user: UserId
  readonly access: AccountAccess
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

const passwordText = (access: AccountAccess) => {
  if (!access.hasPassword) return 'none'
  return access.passwordMustChange ? 'initial' : 'own'
}

/** By what somebody else signs in, and the ways to help them in again. */
export function AccessPanel({ user, access, refusal }: AccessPanelProps) {
  const t = useTranslations('account.access')
  const { state, pending, formProps } = useServerForm(giveInitialPassword, untouchedPassword)
  const { passwordChangedAt, secondFactorSince, lockedUntil } = access
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-4">
        <FactList
          facts={[
            [t('password'), t(`passwordState.${passwordText(access)}`)],
            [
              t('changed'),
              passwordChangedAt === null ? null : <ExactTime key="at" at={passwordChangedAt} />,
            ],
            [
              t('factor'),
              secondFactorSince === null ? (
                t('noFactor')
              ) : (
                <ExactTime key="at" at={secondFactorSince} />
              ),
            ],
            [t('locked'), lockedUntil === null ? null : <ExactTime key="at" at={lockedUntil} />],
            [t('breakGlass'), access.isBreakGlass ? t('yes') : null],
          ]}
        />
        {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
        {state.made === null ? null : (
          <div className="flex max-w-md flex-col gap-2">
            <Notice tone="warning">
              {t('made')} <ExactTime at={state.made.expiresAt} />
            </Notice>
            <CodeBlock subject={t('initialPassword')} code={state.made.password} />
          </div>
        )}
        {refusal === null ? (
          <div className="flex flex-wrap gap-2">
            <form {...formProps}>
              <input type="hidden" name="user" value={user} />
              <Button type="submit" aria-disabled={pending}>
                {t('reset')}
              </Button>
            </form>
            {secondFactorSince === null ? null : (
              <ConfirmDialog
                action={takeSecondFactor}
                values={{ user }}
                label={t('takeFactor')}
                title={t('takeFactor')}
                done={t('factorTaken')}
                trigger={<Button>{t('takeFactor')}</Button>}
              >
                {t('takeFactorText')}
              </ConfirmDialog>
            )}
          </div>
        ) : (
          <div>
            <RefusedButton reason={refusal}>{t('reset')}</RefusedButton>
          </div>
        )}
      </div>
    </Panel>
  )
}
