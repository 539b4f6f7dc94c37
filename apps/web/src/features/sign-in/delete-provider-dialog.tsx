'use client'

import type { SignInProviderId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { removeProvider } from './provider-actions.ts'

interface DeleteProviderDialogProps {
  readonly id: SignInProviderId
  readonly name: string
}

/** Asks before a provider goes: whoever came through it is signed out. */
export function DeleteProviderDialog({ id, name }: DeleteProviderDialogProps) {
  const t = useTranslations('signInSettings.delete')
  return (
    <ConfirmDialog
      action={removeProvider}
      values={{ provider: id }}
      label={t('action')}
      title={t('title', { name })}
      refused={t('refused')}
      trigger={<DeleteButton tone="danger">{t('action')}</DeleteButton>}
    >
      {t('text')}
    </ConfirmDialog>
  )
}
