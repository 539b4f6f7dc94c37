'use client'

import { secondFactorScopes } from '@highwater/core/account'
import type { LocalSignIn } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { SaveButton } from '~/forms/save-button.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Field, FieldError } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { Switch } from '~/ui/switch.tsx'
import { useToast } from '~/ui/toast.tsx'
import { saveLocalSignIn } from './local-actions.ts'

interface LocalPanelProps {
  readonly local: LocalSignIn
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

/** Signing in with a password: for whom it is open, and with which second factor. */
export function LocalPanel({ local, refusal }: LocalPanelProps) {
  const t = useTranslations('signInSettings.local')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveLocalSignIn, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('saved') })
  })
  return (
    <Panel title={t('title')} description={t('description')}>
      <form {...formProps} className="flex max-w-xl flex-col gap-4">
        {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
        <Switch
          name="localSignIn"
          value="yes"
          label={t('on')}
          description={t('onHelp')}
          defaultChecked={local.localSignIn}
        />
        {state.fieldErrors.localSignIn ? (
          <FieldError id="local-sign-in-error">{state.fieldErrors.localSignIn}</FieldError>
        ) : null}
        <fieldset className="flex flex-col gap-2" aria-describedby="break-glass-help">
          <legend className="font-medium text-sm">{t('breakGlass')}</legend>
          <p id="break-glass-help" className="text-ink-faint text-xs">
            {t('breakGlassHelp')}
          </p>
          {local.administrators.map(({ id, name, email, isBreakGlass }) => (
            <label key={id} className="flex items-center gap-2 text-sm tap">
              <input
                type="checkbox"
                name="breakGlass"
                value={id}
                defaultChecked={isBreakGlass}
                className="size-4"
              />
              <span className="wrap-anywhere">
                {name} <span className="text-ink-faint">{email === name ? null : email}</span>
              </span>
            </label>
          ))}
          {state.fieldErrors.breakGlass ? (
            <FieldError id="break-glass-error">{state.fieldErrors.breakGlass}</FieldError>
          ) : null}
        </fieldset>
        <Field label={t('factorFor')} help={t('factorForHelp')} required>
          {(control) => (
            <Select
              {...control}
              key={local.secondFactorFor}
              name="secondFactorFor"
              defaultValue={local.secondFactorFor}
              options={secondFactorScopes.map((scope) => ({
                value: scope,
                label: t(`scope.${scope}`),
              }))}
            />
          )}
        </Field>
        <div>
          <SaveButton tone="primary" refusal={refusal} pending={pending} />
        </div>
      </form>
    </Panel>
  )
}
