'use client'

import { globalRoles } from '@highwater/core/permissions'
import { claimMatches, ruleEffects } from '@highwater/core/sign-in'
import type { ClaimRuleItem, DepartmentItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { GrantFields } from './grant-fields.tsx'
import type { ProviderOption } from './provider-option.ts'
import { saveRule } from './rule-actions.ts'

interface RuleFormProps {
  /** The stored rule and its place; null for a new one, which goes to the end. */
  readonly rule: ClaimRuleItem | null
  readonly place: number | null
  /** Of the list of rules that the form was made from. */
  readonly version: number
  readonly providers: readonly ProviderOption[]
  readonly departments: readonly DepartmentItem[]
  readonly onSaved?: () => void
}

/** Whom a rule is about, and what it gives them. */
export function RuleForm({ rule, place, version, providers, departments, onSaved }: RuleFormProps) {
  const t = useTranslations('signInSettings.rules')
  const common = useTranslations('common')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveRule, untouchedForm, (answer) => {
    if (answer.outcome !== 'done') return
    toast({ title: t(rule === null ? 'added' : 'saved') })
    onSaved?.()
  })
  const { fieldErrors } = state
  return (
    // A rule that was added leaves an empty form for the next one.
    <form key={state.outcome === 'done' ? state.answer : 0} {...formProps} noValidate>
      <input type="hidden" name="place" value={place ?? ''} />
      <input type="hidden" name="version" value={version} />
      <RefusalNotice state={state} />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Field label={t('provider')} required error={fieldErrors.provider}>
          {(control) => (
            <Select
              {...control}
              name="provider"
              defaultValue={rule?.provider ?? ''}
              options={[
                { value: '', label: t('anyProvider') },
                ...providers.map(({ key, name }) => ({ value: key, label: name })),
              ]}
            />
          )}
        </Field>
        <Field label={t('match')} required error={fieldErrors.match}>
          {(control) => (
            <Select
              {...control}
              name="match"
              defaultValue={rule?.match ?? 'equals'}
              options={claimMatches.map((value) => ({ value, label: t(`matches.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('value')} error={fieldErrors.value}>
          {(control) => (
            <TextInput
              {...control}
              name="value"
              autoComplete="off"
              defaultValue={rule?.value ?? ''}
            />
          )}
        </Field>
        <Field label={t('claim')} help={t('claimHelp')} error={fieldErrors.claim}>
          {(control) => (
            <TextInput
              {...control}
              name="claim"
              autoComplete="off"
              defaultValue={rule?.claim ?? ''}
            />
          )}
        </Field>
        <Field label={t('effect')} required error={fieldErrors.effect}>
          {(control) => (
            <Select
              {...control}
              name="effect"
              defaultValue={rule?.effect ?? 'admit'}
              options={ruleEffects.map((value) => ({ value, label: t(`effects.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('role')} required error={fieldErrors.role}>
          {(control) => (
            <Select
              {...control}
              name="role"
              defaultValue={rule?.role ?? ''}
              options={[
                { value: '', label: t('noRole') },
                ...globalRoles.map((value) => ({ value, label: t(`roles.${value}`) })),
              ]}
            />
          )}
        </Field>
      </div>
      <GrantFields
        grants={rule?.departments ?? []}
        departments={departments}
        error={fieldErrors.departments}
      />
      <div className="mt-3 flex justify-end">
        <Button
          type="submit"
          tone={rule === null ? 'secondary' : 'primary'}
          aria-disabled={pending}
        >
          {rule === null ? t('add') : common('save')}
        </Button>
      </div>
    </form>
  )
}
