'use client'

import type { OcpClusterId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { deleteCluster } from './cluster-actions.ts'

interface DeleteClusterDialogProps {
  readonly id: OcpClusterId
  readonly name: string
}

/** Asks before a cluster goes, and says so when a channel still needs it. */
export function DeleteClusterDialog({ id, name }: DeleteClusterDialogProps) {
  const t = useTranslations('clusters.delete')
  return (
    <ConfirmDialog
      action={deleteCluster}
      values={{ cluster: id }}
      label={t('action')}
      title={t('title', { name })}
      refused={t('refused')}
      trigger={<DeleteButton tone="danger">{t('action')}</DeleteButton>}
    >
      {t('text')}
    </ConfirmDialog>
  )
}
