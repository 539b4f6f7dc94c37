'use client'

import type { AlertItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusal } from '~/frame/viewer.tsx'
import { useTRPCClient } from '~/trpc/client.tsx'
import { Button } from '~/ui/button.tsx'
import { Textarea } from '~/ui/textarea.tsx'
import { useAlertAction } from './use-alert-action.ts'

interface CommentFormProps {
  readonly alert: Pick<AlertItem, 'id' | 'department' | 'owner'>
}

/** A remark for whoever looks at this alert next; what was written stays until it has been kept. */
export function CommentForm({ alert }: CommentFormProps) {
  const t = useTranslations('alerts.comment')
  const ask = useTRPCClient().alert
  const refusal = useRefusal()('alert.comment', alert)
  const { mutate, isPending } = useAlertAction()
  const [text, setText] = useState('')
  if (refusal !== null) return null
  return (
    <form
      data-print="hide"
      className="mt-4 flex flex-col items-end gap-2 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        mutate(
          { act: () => ask.comment.mutate({ alert: alert.id, text }), done: t('done') },
          { onSuccess: () => setText('') },
        )
      }}
    >
      <Textarea
        aria-label={t('label')}
        placeholder={t('placeholder')}
        rows={2}
        required
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" size="sm" aria-disabled={isPending}>
        {t('action')}
      </Button>
    </form>
  )
}
