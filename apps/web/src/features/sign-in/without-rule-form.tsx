'use client'

import { admittedWithoutRule } from '@highwater/core/sign-in'
import type { SignInPolicyItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'
import { useToast } from '~/ui/toast.tsx'
import { saveWithoutRule } from './rule-actions.ts'

interface WithoutRuleFormProps {
  readonly policy: Pick<SignInPolicyItem, 'withoutRule' | 'version'>
  readonly mayChange: boolean
}

/** What stands behind all rules: whether people come in of whom none speaks. */
export function WithoutRuleForm({ policy, mayChange }: WithoutRuleFormProps) {
  const t = useTranslations('signInSettings.rules')
  const common = useTranslations('common')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveWithoutRule, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('without.saved') })
  })
  if (!mayChange) {
    return (
      <p className="text-sm">
        {t('without.label')}: {t(`without.who.${policy.withoutRule}`)}
      </p>
    )
  }
  return (
    <form {...formProps} className="flex max-w-xl flex-col gap-3">
      <input type="hidden" name="version" value={policy.version} />
      <RefusalNotice state={state} />
      <Field label={t('without.label')} help={t('without.help')} required>
        {(control) => (
          <Select
            {...control}
            name="withoutRule"
            defaultValue={policy.withoutRule}
            options={admittedWithoutRule.map((who) => ({
              value: who,
              label: t(`without.who.${who}`),
            }))}
          />
        )}
      </Field>
      <div>
        <Button type="submit" aria-disabled={pending}>
          {common('save')}
        </Button>
      </div>
    </form>
  )
}
