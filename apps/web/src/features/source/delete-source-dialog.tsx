'use client'

import type { SourceId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { deleteSource } from './source-actions.ts'

interface DeleteSourceDialogProps {
  readonly id: SourceId
  readonly name: string
  /** How many projects go with it. */
  readonly projects: number
}

/** Asks before a source goes, and says what goes with it. */
export function DeleteSourceDialog({ id, name, projects }: DeleteSourceDialogProps) {
  const t = useTranslations('system.source.delete')
  return (
    <ConfirmDialog
      action={deleteSource}
      values={{ source: id }}
      label={t('action')}
      title={t('title', { name })}
      trigger={<DeleteButton tone="danger">{t('action')}</DeleteButton>}
    >
      {t('text', { count: projects })}
    </ConfirmDialog>
  )
}
