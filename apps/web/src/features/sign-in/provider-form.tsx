'use client'

import { clientAuthentications, providerDefaults } from '@highwater/core/sign-in'
import type { ProviderItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { type FormAction, untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { ProviderEndpointFields } from './provider-endpoint-fields.tsx'
import { ProviderPeopleFields } from './provider-people-fields.tsx'

interface ProviderFormProps {
  readonly action: FormAction
  /** The stored provider; null for a new one. */
  readonly provider: ProviderItem | null
  /** Where the provider sends people back to; null before it has an id. */
  readonly callback: string | null
}

/** What must be known of a provider. */
export function ProviderForm({ action, provider, callback }: ProviderFormProps) {
  const t = useTranslations('signInSettings.form')
  const { state, pending, formProps } = useServerForm(action, untouchedForm)
  const { fieldErrors } = state
  const draft = provider ?? { ...providerDefaults, name: '', issuer: '', clientId: '' }
  return (
    <form {...formProps} noValidate className="flex max-w-2xl flex-col gap-4">
      <input type="hidden" name="provider" value={provider?.id ?? ''} />
      <input type="hidden" name="version" value={provider?.version ?? ''} />
      <RefusalNotice state={state} />
      <Panel title={t('basics')}>
        <div className="flex flex-col gap-4">
          <Field label={t('name')} help={t('nameHelp')} required error={fieldErrors.name}>
            {(control) => (
              <TextInput
                {...control}
                name="name"
                maxLength={40}
                autoComplete="off"
                defaultValue={draft.name}
              />
            )}
          </Field>
          <Field label={t('issuer')} help={t('issuerHelp')} required error={fieldErrors.issuer}>
            {(control) => (
              <TextInput
                {...control}
                name="issuer"
                type="url"
                autoComplete="off"
                defaultValue={draft.issuer}
              />
            )}
          </Field>
          <Field label={t('clientId')} required error={fieldErrors.clientId}>
            {(control) => (
              <TextInput
                {...control}
                name="clientId"
                autoComplete="off"
                defaultValue={draft.clientId}
              />
            )}
          </Field>
          <Field label={t('clientSecret')} required error={fieldErrors.clientSecret}>
            {(control) => (
              <TextInput
                {...control}
                name="clientSecret"
                type="password"
                autoComplete="new-password"
                spellCheck={false}
                required={provider === null}
                placeholder={provider === null ? undefined : t('clientSecretKept')}
              />
            )}
          </Field>
          <Field
            label={t('clientAuthentication')}
            required
            error={fieldErrors.clientAuthentication}
          >
            {(control) => (
              <Select
                {...control}
                name="clientAuthentication"
                defaultValue={draft.clientAuthentication}
                options={clientAuthentications.map((value) => ({ value, label: value }))}
              />
            )}
          </Field>
          <Field label={t('scopes')} help={t('scopesHelp')} required error={fieldErrors.scopes}>
            {(control) => (
              <TextInput
                {...control}
                name="scopes"
                autoComplete="off"
                defaultValue={draft.scopes.join(' ')}
              />
            )}
          </Field>
          <div className="text-sm">
            <p className="font-medium">{t('callback')}</p>
            {callback === null ? (
              <p className="text-ink-muted">{t('callbackLater')}</p>
            ) : (
              <code className="wrap-anywhere font-mono">{callback}</code>
            )}
            <p className="text-ink-faint text-xs">{t('callbackHelp')}</p>
          </div>
        </div>
      </Panel>
      <ProviderPeopleFields draft={draft} errors={fieldErrors} />
      <ProviderEndpointFields endpoints={draft.endpoints} errors={fieldErrors} />
      <div>
        <Button type="submit" tone="primary" aria-disabled={pending}>
          {t(provider === null ? 'submitNew' : 'submitEdit')}
        </Button>
      </div>
    </form>
  )
}
