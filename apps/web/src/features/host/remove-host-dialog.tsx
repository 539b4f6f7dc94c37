'use client'

import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { removeHost } from './remove-host.ts'

/** Asks before a host leaves the list. */
export function RemoveHostDialog({ name }: { readonly name: string }) {
  const t = useTranslations('hosts.remove')
  return (
    <ConfirmDialog
      action={removeHost}
      values={{ host: name }}
      label={t('action')}
      title={t('title', { name })}
      done={t('done', { name })}
      trigger={
        <DeleteButton size="sm" aria-label={t('actionOf', { name })}>
          {t('action')}
        </DeleteButton>
      }
    >
      {t('text')}
    </ConfirmDialog>
  )
}
