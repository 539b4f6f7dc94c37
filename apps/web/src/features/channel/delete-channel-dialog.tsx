'use client'

import type { ChannelId } from '@highwater/core'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm, refusalOf } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { Notice } from '~/ui/notice.tsx'
import { deleteChannel } from './channel-actions.ts'

interface DeleteChannelDialogProps {
  readonly id: ChannelId
  readonly name: string
}

/** Asks before a channel goes, and says who still needs it when it cannot. */
export function DeleteChannelDialog({ id, name }: DeleteChannelDialogProps) {
  const t = useTranslations('channels.delete')
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
              action={deleteChannel}
              values={{ channel: id }}
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
