'use client'

import { globalRoles } from '@highwater/core/permissions'
import type { DepartmentItem, UserItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { saveUser } from './access-actions.ts'
import { RoleSelect } from './role-select.tsx'

interface UserFormProps {
  /** Null for a new account. */
  readonly user: UserItem | null
  readonly departments: readonly DepartmentItem[]
}

/** An account with its global role and its departments. */
export function UserForm({ user, departments }: UserFormProps) {
  const t = useTranslations('access.users')
  const roles = useTranslations('frame.role')
  const common = useTranslations('common')
  const { state, pending, formProps } = useServerForm(saveUser, untouchedForm)
  const { fieldErrors } = state
  const text = (name: 'email' | 'displayName' | 'mobile' | 'description', value: string) => ({
    name,
    defaultValue: value,
    autoComplete: 'off',
  })
  return (
    <Panel title={user === null ? t('title') : t('account')}>
      <form {...formProps} noValidate className="flex flex-col gap-4">
        <input type="hidden" name="user" value={user?.id ?? ''} />
        <input type="hidden" name="version" value={user?.version ?? ''} />
        <RefusalNotice state={state} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('email')} help={t('emailHelp')} required error={fieldErrors.email}>
            {(control) => (
              <TextInput
                {...control}
                {...text('email', user?.email ?? '')}
                type="email"
                maxLength={64}
              />
            )}
          </Field>
          <Field label={t('name')} required error={fieldErrors.displayName}>
            {(control) => (
              <TextInput {...control} {...text('displayName', user?.name ?? '')} maxLength={64} />
            )}
          </Field>
          <Field label={t('mobile')} error={fieldErrors.mobile}>
            {(control) => <TextInput {...control} {...text('mobile', user?.mobile ?? '')} />}
          </Field>
          <Field label={t('role')} required error={fieldErrors.role}>
            {(control) => (
              <Select
                {...control}
                name="role"
                defaultValue={user?.role ?? 'user'}
                options={globalRoles.map((role) => ({ value: role, label: roles(role) }))}
              />
            )}
          </Field>
        </div>
        <Field label={t('note')} error={fieldErrors.description}>
          {(control) => (
            <TextInput
              {...control}
              {...text('description', user?.description ?? '')}
              maxLength={256}
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-3">
          <legend className="font-medium text-sm">{t('departments')}</legend>
          <p className="text-ink-muted text-sm">{t('departmentsHelp')}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            {departments.map(({ id, name }) => (
              <Field key={id} label={name}>
                {(control) => (
                  <RoleSelect
                    {...control}
                    name={`in.${id}`}
                    current={user?.departments.find((each) => each.id === id)?.role ?? null}
                    mayBeNone
                  />
                )}
              </Field>
            ))}
          </div>
        </fieldset>
        {user === null ? (
          <Field label={t('password')} help={t('passwordHelp')} error={fieldErrors.initialPassword}>
            {(control) => (
              <TextInput
                {...control}
                name="initialPassword"
                type="password"
                autoComplete="new-password"
              />
            )}
          </Field>
        ) : null}
        <div>
          <Button type="submit" tone="primary" aria-disabled={pending}>
            {user === null ? t('create') : common('save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
