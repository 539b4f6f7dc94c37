'use client'

import type { TokenId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { Button } from '~/ui/button.tsx'
import { revokeToken } from './token-actions.ts'

interface RevokeTokenDialogProps {
  readonly id: TokenId
  readonly name: string
}

/** Asks before a token ends: whatever still uses it stops at once. */
export function RevokeTokenDialog({ id, name }: RevokeTokenDialogProps) {
  const t = useTranslations('system.token')
  return (
    <ConfirmDialog
      action={revokeToken}
      values={{ token: id }}
      label={t('revoke')}
      title={t('revokeTitle', { name })}
      done={t('revoked', { name })}
      trigger={<Button size="sm">{t('revoke')}</Button>}
    >
      {t('revokeText')}
    </ConfirmDialog>
  )
}
