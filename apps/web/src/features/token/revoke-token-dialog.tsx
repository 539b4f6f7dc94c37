'use client'

import type { TokenId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { revokeToken } from './token-actions.ts'

interface RevokeTokenDialogProps {
  readonly id: TokenId
  readonly name: string
}

/** Asks before a token ends: whatever still uses it stops at once. */
export function RevokeTokenDialog({ id, name }: RevokeTokenDialogProps) {
  const t = useTranslations('system.token')
  const common = useTranslations('common')
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">{t('revoke')}</Button>
      </DialogTrigger>
      <DialogContent
        size="sm"
        title={t('revokeTitle', { name })}
        footer={
          <>
            <DialogClose asChild>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <ActionForm
              action={revokeToken}
              values={{ token: id }}
              done={t('revoked', { name })}
              onAnswer={() => setOpen(false)}
            >
              <Button type="submit" tone="danger">
                {t('revoke')}
              </Button>
            </ActionForm>
          </>
        }
      >
        <p className="text-ink-muted">{t('revokeText')}</p>
      </DialogContent>
    </Dialog>
  )
}
