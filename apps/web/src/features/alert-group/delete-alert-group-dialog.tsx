'use client'

import type { AlertGroupId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { deleteAlertGroup } from './alert-group-actions.ts'

interface DeleteAlertGroupDialogProps {
  readonly id: AlertGroupId
  readonly name: string
}

/** Asks before an alert group goes, and says so when a subscription still needs it. */
export function DeleteAlertGroupDialog({ id, name }: DeleteAlertGroupDialogProps) {
  const t = useTranslations('subscriptions.groups.delete')
  return (
    <ConfirmDialog
      action={deleteAlertGroup}
      values={{ group: id }}
      label={t('action')}
      title={t('title', { name })}
      refused={t('refused')}
      trigger={<DeleteButton tone="danger">{t('action')}</DeleteButton>}
    >
      {t('text')}
    </ConfirmDialog>
  )
}
