'use client'

import type { SubscriptionId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { deleteSubscription } from './subscription-actions.ts'

interface DeleteSubscriptionDialogProps {
  readonly id: SubscriptionId
  readonly name: string
}

/** Asks before a subscription goes. */
export function DeleteSubscriptionDialog({ id, name }: DeleteSubscriptionDialogProps) {
  const t = useTranslations('subscriptions.delete')
  return (
    <ConfirmDialog
      action={deleteSubscription}
      values={{ subscription: id }}
      label={t('action')}
      title={t('title', { name })}
      trigger={<DeleteButton tone="danger">{t('action')}</DeleteButton>}
    >
      {t('text')}
    </ConfirmDialog>
  )
}
