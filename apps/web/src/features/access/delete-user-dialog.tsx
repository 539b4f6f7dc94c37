'use client'

import type { AccountItem, UserItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { refusalOf } from '~/forms/action-form.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Select } from '~/ui/select.tsx'
import { deleteUser } from './access-actions.ts'

interface DeleteUserDialogProps {
  readonly user: UserItem
  /** Who may take over the projects. */
  readonly heirs: readonly AccountItem[]
}

const formId = 'delete-user'

/** Asks before an account goes, and who takes over what it owns. */
export function DeleteUserDialog({ user, heirs }: DeleteUserDialogProps) {
  const t = useTranslations('access.users.delete')
  const common = useTranslations('common')
  const { state, pending, formProps } = useServerForm(deleteUser, untouchedForm)
  const owned = user.ownedProjects ?? 0
  return (
    <Dialog>
      <DialogTrigger asChild>
        <DeleteButton tone="danger">{t('action')}</DeleteButton>
      </DialogTrigger>
      <DialogContent
        size="sm"
        title={t('title', { name: user.name })}
        footer={
          <>
            <DialogClose asChild>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <Button type="submit" form={formId} tone="danger" aria-disabled={pending}>
              {t('action')}
            </Button>
          </>
        }
      >
        <form id={formId} {...formProps} className="flex flex-col gap-3">
          <input type="hidden" name="user" value={user.id} />
          <p className="text-ink-muted">{t('text')}</p>
          {owned === 0 ? null : (
            <Field label={t('owned', { count: owned })}>
              {(control) => (
                <Select
                  {...control}
                  name="handOverTo"
                  options={[
                    { value: '', label: t('nobody') },
                    ...heirs
                      .filter(({ id }) => id !== user.id)
                      .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
                  ]}
                />
              )}
            </Field>
          )}
          {state.outcome === 'refused' ? (
            <Notice tone="error" title={t('refused')}>
              {refusalOf(state)}
            </Notice>
          ) : null}
        </form>
      </DialogContent>
    </Dialog>
  )
}
