'use client'

import { protectionLevels } from '@highwater/core/policy'
import type { DepartmentItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { Switch } from '~/ui/switch.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { useToast } from '~/ui/toast.tsx'
import { saveDepartment } from './access-actions.ts'

interface DepartmentFormProps {
  /** Null for a new one. */
  readonly department: DepartmentItem | null
}

/** The name of a department, where its new projects start and where its alerts go. */
export function DepartmentForm({ department }: DepartmentFormProps) {
  const t = useTranslations('access.departments')
  const common = useTranslations('common')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveDepartment, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('saved') })
  })
  return (
    <Panel {...(department === null ? { title: t('add') } : {})}>
      <form {...formProps} noValidate className="flex flex-col gap-4">
        <input type="hidden" name="department" value={department?.id ?? ''} />
        <input type="hidden" name="version" value={department?.version ?? ''} />
        <RefusalNotice state={state} />
        <Field label={t('name')} required error={state.fieldErrors.name}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              maxLength={40}
              autoComplete="off"
              defaultValue={department?.name ?? ''}
            />
          )}
        </Field>
        <Field label={t('level')} required error={state.fieldErrors.defaultLevel}>
          {(control) => (
            <Select
              {...control}
              name="defaultLevel"
              defaultValue={department?.defaultLevel ?? 'low'}
              options={protectionLevels.map((level) => ({
                value: level,
                label: common(`level.${level}`),
              }))}
            />
          )}
        </Field>
        <Switch
          name="defaultSubscription"
          value="yes"
          label={t('subscription')}
          description={t('subscriptionHelp')}
          defaultChecked={department === null || department.defaultSubscription?.enabled === true}
        />
        {department?.defaultSubscription ? (
          <TextLink
            href={`/settings/subscriptions/${department.defaultSubscription.id}`}
            className="text-sm"
          >
            {t('subscriptionLink', { name: department.defaultSubscription.name })}
          </TextLink>
        ) : null}
        {department?.isDefault === true ? <Notice>{t('defaultHelp')}</Notice> : null}
        <div>
          <Button type="submit" tone="primary" aria-disabled={pending}>
            {department === null ? t('create') : common('save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
