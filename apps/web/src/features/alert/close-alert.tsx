'use client'

import type { AlertItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '~/trpc/client.tsx'
import { Button } from '~/ui/button.tsx'
import { DialogClose, DialogContent } from '~/ui/dialog.tsx'
import { Field } from '~/ui/field.tsx'
import { Textarea } from '~/ui/textarea.tsx'
import { useAlertAction } from './use-alert-action.ts'

interface CloseAlertProps {
  readonly alert: Pick<AlertItem, 'id' | 'subject'>
  readonly onDone: () => void
}

/** Asks why, before an alert is closed whose breach may still stand, and says what follows. */
export function CloseAlert({ alert: { id, subject }, onDone }: CloseAlertProps) {
  const t = useTranslations('alerts.closing')
  const common = useTranslations('common')
  const ask = useTRPCClient().alert
  const { mutate, isPending } = useAlertAction()
  const submit = (form: FormData) => {
    const reason = String(form.get('reason') ?? '')
    mutate(
      {
        act: () => ask.close.mutate({ alert: id, reason }),
        done: t('done', { subject }),
      },
      { onSuccess: onDone },
    )
  }
  return (
    <DialogContent
      title={t('title', { subject })}
      description={t('text')}
      footer={
        <>
          <DialogClose asChild>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" form="close-alert" tone="danger" aria-disabled={isPending}>
            {t('action')}
          </Button>
        </>
      }
    >
      <form id="close-alert" action={submit}>
        <Field label={t('reason')} required>
          {(control) => <Textarea {...control} name="reason" rows={3} maxLength={500} />}
        </Field>
      </form>
    </DialogContent>
  )
}
