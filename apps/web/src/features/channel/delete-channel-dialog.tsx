'use client'

import type { ChannelId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { deleteChannel } from './channel-actions.ts'

interface DeleteChannelDialogProps {
  readonly id: ChannelId
  readonly name: string
}

/** Asks before a channel goes, and says who still needs it when it cannot. */
export function DeleteChannelDialog({ id, name }: DeleteChannelDialogProps) {
  const t = useTranslations('channels.delete')
  return (
    <ConfirmDialog
      action={deleteChannel}
      values={{ channel: id }}
      label={t('action')}
      title={t('title', { name })}
      refused={t('refused')}
      trigger={<DeleteButton tone="danger">{t('action')}</DeleteButton>}
    >
      {t('text')}
    </ConfirmDialog>
  )
}
