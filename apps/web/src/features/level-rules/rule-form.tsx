'use client'

import { protectionLevels } from '@highwater/core/policy'
import type { LevelRuleItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { saveRule } from './rule-actions.ts'

interface RuleFormProps {
  /** The stored rule; null for a new one. */
  readonly rule: LevelRuleItem | null
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly onSaved?: () => void
}

/** For which projects a rule is and the level that it gives. */
export function RuleForm({ rule, departments, onSaved }: RuleFormProps) {
  const t = useTranslations('levelRules')
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
      <input type="hidden" name="rule" value={rule?.id ?? ''} />
      <input type="hidden" name="version" value={rule?.version ?? ''} />
      <RefusalNotice state={state} />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-3">
        <Field label={t('department')} required error={fieldErrors.department}>
          {(control) => (
            <Select
              {...control}
              name="department"
              defaultValue={rule?.department?.id ?? ''}
              options={[
                { value: '', label: t('everyDepartment') },
                ...departments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
        <Field label={t('tag')} help={t('tagHelp')} error={fieldErrors.tag}>
          {(control) => (
            <TextInput
              {...control}
              name="tag"
              maxLength={20}
              autoComplete="off"
              defaultValue={rule?.tag ?? ''}
            />
          )}
        </Field>
        <Field label={t('level')} required error={fieldErrors.level}>
          {(control) => (
            <Select
              {...control}
              name="level"
              defaultValue={rule?.level ?? 'high'}
              options={protectionLevels.map((level) => ({
                value: level,
                label: common(`level.${level}`),
              }))}
            />
          )}
        </Field>
      </div>
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
