'use client'

import type { DepartmentId } from '@highwater/core'
import type { MemberItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ActionForm, refusalOf } from '~/forms/action-form.tsx'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { removeMember, saveMember } from './access-actions.ts'
import { RoleSelect } from './role-select.tsx'

interface MemberControlsProps {
  readonly department: DepartmentId
  readonly member: MemberItem
}

/** Changes somebody's role in a department, or takes them out of it. */
export function MemberControls({ department, member }: MemberControlsProps) {
  const t = useTranslations('access.members')
  const values = { department, user: member.id }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ActionForm
        action={saveMember}
        values={values}
        done={t('added')}
        className="flex items-center gap-2"
      >
        <RoleSelect name="role" current={member.role} aria-label={`${t('role')}: ${member.name}`} />
        <Button type="submit">{t('change')}</Button>
      </ActionForm>
      <ActionForm action={removeMember} values={values} done={t('removed')}>
        <Button type="submit" aria-label={`${t('remove')}: ${member.name}`}>
          {t('remove')}
        </Button>
      </ActionForm>
    </div>
  )
}

/** Puts somebody with an account into a department. */
export function AddMember({ department }: { readonly department: DepartmentId }) {
  const t = useTranslations('access.members')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveMember, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('added') })
  })
  return (
    <form {...formProps} noValidate className="flex flex-col gap-4">
      <input type="hidden" name="department" value={department} />
      {state.error === null ? null : <Notice tone="error">{refusalOf(state)}</Notice>}
      <Field label={t('person')} help={t('personHelp')} required error={state.fieldErrors.user}>
        {(control) => (
          <TextInput {...control} name="user" type="email" maxLength={200} autoComplete="off" />
        )}
      </Field>
      <Field label={t('role')} required error={state.fieldErrors.role}>
        {(control) => <RoleSelect {...control} name="role" current={null} />}
      </Field>
      <div>
        <Button type="submit" tone="primary" aria-disabled={pending}>
          {t('add')}
        </Button>
      </div>
    </form>
  )
}
