'use client'

import { useTranslations } from 'next-intl'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { Textarea } from '~/ui/textarea.tsx'
import type { ProviderOption } from './provider-option.ts'
import { tryRules } from './rule-actions.ts'
import { TriedTable } from './tried-table.tsx'
import { notTried } from './try-state.ts'

interface TryPanelProps {
  readonly providers: readonly ProviderOption[]
  /** Where the provider of the environment keeps the groups. */
  readonly environmentGroupsClaim: string
}

/** Shows what the rules would make of somebody, by their token. */
export function TryPanel({ providers, environmentGroupsClaim }: TryPanelProps) {
  const t = useTranslations('signInSettings.try')
  const { state, pending, formProps } = useServerForm(tryRules, notTried)
  return (
    <Panel title={t('title')} description={t('description')}>
      <form {...formProps} noValidate className="flex flex-col gap-3">
        <input type="hidden" name="groupsClaim" value={environmentGroupsClaim} />
        {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
        <div className="sm:max-w-xs">
          <Field label={t('provider')} required>
            {(control) => (
              <Select
                {...control}
                name="provider"
                options={providers.map(({ key, name }) => ({ value: key, label: name }))}
              />
            )}
          </Field>
        </div>
        <Field label={t('token')} help={t('tokenHelp')} required error={state.fieldErrors.token}>
          {(control) => <Textarea {...control} name="token" mono rows={4} spellCheck={false} />}
        </Field>
        <div>
          <Button type="submit" aria-disabled={pending}>
            {t('submit')}
          </Button>
        </div>
      </form>
      {state.tried === null ? null : <TriedTable tried={state.tried} />}
    </Panel>
  )
}
