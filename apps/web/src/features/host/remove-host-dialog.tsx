'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { removeHost } from './remove-host.ts'

/** Asks before a host leaves the list. */
export function RemoveHostDialog({ name }: { readonly name: string }) {
  const t = useTranslations('hosts.remove')
  const common = useTranslations('common')
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={t('actionOf', { name })}>
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
            <ActionForm action={removeHost} values={{ host: name }} done={t('done', { name })}>
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
