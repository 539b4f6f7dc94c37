'use client'

import type { SubscriptionId } from '@highwater/core'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { deleteSubscription } from './subscription-actions.ts'

interface DeleteSubscriptionDialogProps {
  readonly id: SubscriptionId
  readonly name: string
}

/** Asks before a subscription goes. */
export function DeleteSubscriptionDialog({ id, name }: DeleteSubscriptionDialogProps) {
  const t = useTranslations('subscriptions.delete')
  const common = useTranslations('common')
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button tone="danger">
          <Trash2 aria-hidden />
          {t('action')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('title', { name })}
        footer={
          <>
            <DialogClose asChild>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <ActionForm action={deleteSubscription} values={{ subscription: id }}>
              <Button type="submit" tone="danger">
                {t('action')}
              </Button>
            </ActionForm>
          </>
        }
      >
        <p className="text-ink-muted">{t('text')}</p>
      </DialogContent>
    </Dialog>
  )
}
