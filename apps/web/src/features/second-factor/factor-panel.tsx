'use client'

import type { AccountAccess } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { CodeField } from './code-field.tsx'
import { DeviceSecret } from './device-secret.tsx'
import { changeFactor } from './factor-actions.ts'
import { untouchedFactor } from './factor-state.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

type FactorPanelProps = Pick<
  AccountAccess,
  'secondFactorSince' | 'mustHaveSecondFactor' | 'recoveryCodesLeft'
>

/** Below this it is time for new ones. */
const fewCodes = 3

/** The reader's own second factor: set up, renewed, given up. */
export function FactorPanel(props: FactorPanelProps) {
  const { secondFactorSince, mustHaveSecondFactor, recoveryCodesLeft } = props
  const t = useTranslations('account.factor')
  const { state, pending, formProps } = useServerForm(changeFactor, untouchedFactor)
  const isInForce = secondFactorSince !== null
  return (
    <Panel
      title={t('title')}
      description={t('description')}
      actions={<Badge tone={isInForce ? 'quiet' : 'neutral'}>{t(isInForce ? 'on' : 'off')}</Badge>}
    >
      <form {...formProps} className="flex max-w-sm flex-col gap-4">
        {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
        {state.recoveryCodes.length === 0 ? null : <RecoveryCodes codes={state.recoveryCodes} />}
        {isInForce ? (
          <>
            <p className="text-sm">
              {t('since')} <ExactTime at={secondFactorSince} />
              <br />
              {t('codesLeft', { count: recoveryCodesLeft })}
            </p>
            {recoveryCodesLeft < fewCodes ? <Notice tone="warning">{t('few')}</Notice> : null}
            <CodeField label={t('code')} help={t('codeHelp')} error={state.fieldErrors.code} />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" name="intent" value="renew" aria-disabled={pending}>
                {t('renew')}
              </Button>
              {mustHaveSecondFactor ? null : (
                <Button type="submit" name="intent" value="remove" aria-disabled={pending}>
                  {t('remove')}
                </Button>
              )}
            </div>
          </>
        ) : state.device === null ? (
          <div>
            <Button type="submit" name="intent" value="begin" aria-disabled={pending}>
              {t('begin')}
            </Button>
          </div>
        ) : (
          <>
            <DeviceSecret {...state.device} />
            <CodeField label={t('code')} help={t('firstCode')} error={state.fieldErrors.code} />
            <div>
              <Button
                type="submit"
                name="intent"
                value="confirm"
                tone="primary"
                aria-disabled={pending}
              >
                {t('confirm')}
              </Button>
            </div>
          </>
        )}
      </form>
    </Panel>
  )
}
