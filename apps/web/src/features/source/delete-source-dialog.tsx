'use client'

import type { SourceId } from '@highwater/core'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
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
  const common = useTranslations('common')
  return (
    <Dialog>
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
            <ActionForm action={deleteSource} values={{ source: id }}>
              <Button type="submit" tone="danger">
                {t('action')}
              </Button>
            </ActionForm>
          </>
        }
      >
        <p className="text-ink-muted">{t('text', { count: projects })}</p>
      </DialogContent>
    </Dialog>
  )
}
