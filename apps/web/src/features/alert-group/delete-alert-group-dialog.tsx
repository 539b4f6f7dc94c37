'use client'

import type { AlertGroupId } from '@highwater/core'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm, refusalOf } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { Notice } from '~/ui/notice.tsx'
import { deleteAlertGroup } from './alert-group-actions.ts'

interface DeleteAlertGroupDialogProps {
  readonly id: AlertGroupId
  readonly name: string
}

/** Asks before an alert group goes, and says so when a subscription still needs it. */
export function DeleteAlertGroupDialog({ id, name }: DeleteAlertGroupDialogProps) {
  const t = useTranslations('subscriptions.groups.delete')
  const common = useTranslations('common')
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <Dialog onOpenChange={() => setRefused(null)}>
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
            <ActionForm
              action={deleteAlertGroup}
              values={{ group: id }}
              onAnswer={(state) =>
                setRefused(state.outcome === 'refused' ? refusalOf(state) : null)
              }
            >
              <Button type="submit" tone="danger">
                {t('action')}
              </Button>
            </ActionForm>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <p className="text-ink-muted">{t('text')}</p>
          {refused === null ? null : (
            <Notice tone="error" title={t('refused')}>
              {refused}
            </Notice>
          )}
        </div>
      </DialogContent>
    </Dialog>
  )
}
