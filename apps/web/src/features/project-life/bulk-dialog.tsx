'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '~/ui/dialog.tsx'
import { Notice } from '~/ui/notice.tsx'
import { useToast } from '~/ui/toast.tsx'
import { type BulkRequest, choiceOf, isForGood } from './bulk-action.ts'
import { BulkFields } from './bulk-fields.tsx'
import { BulkProjects } from './bulk-projects.tsx'
import { type BulkOutcome, BulkResult } from './bulk-result.tsx'
import { ownOf } from './own-of.ts'

interface BulkDialogProps {
  /** Open while there is something to do. */
  readonly request: BulkRequest | null
  readonly onClose: () => void
}

/** Asks before an action on one or many projects, and says afterwards what it did not do and why. */
export function BulkDialog({ request, onClose }: BulkDialogProps) {
  return (
    <Dialog open={request !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      {request === null ? null : <OpenDialog request={request} onClose={onClose} />}
    </Dialog>
  )
}

function OpenDialog(props: { readonly request: BulkRequest; readonly onClose: () => void }) {
  const { action, target } = props.request
  const t = useTranslations('projectLife.dialog')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const formId = useId()
  const [result, setResult] = useState<BulkOutcome | null>(null)
  const change = useMutation(
    trpc.project.bulk.mutationOptions({
      onSuccess(done) {
        client.invalidateQueries(trpc.project.pathFilter())
        if (done.unchanged.length > 0) {
          setResult(done)
          return
        }
        toast({ title: t('done', { changed: done.changed, unchanged: 0 }) })
        props.onClose()
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (change.isPending) return
    change.mutate({
      action,
      ...choiceOf(target),
      ...ownOf(action, new FormData(event.currentTarget)),
    })
  }
  return (
    <DialogContent
      title={t(`title.${action}`)}
      description={
        target.filter === null ? t('count', { count: target.projects.length }) : t('ofFilter')
      }
      footer={
        result === null ? (
          <>
            <DialogClose asChild>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <Button
              type="submit"
              form={formId}
              tone={isForGood(action) ? 'danger' : 'primary'}
              aria-disabled={change.isPending}
            >
              {t(`submit.${action}`)}
            </Button>
          </>
        ) : (
          <DialogClose asChild>
            <Button tone="primary">{common('close')}</Button>
          </DialogClose>
        )
      }
    >
      {result === null ? (
        <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
          <p className="text-sm">{t(`text.${action}`)}</p>
          {target.filter === null ? <BulkProjects projects={target.projects} /> : null}
          <BulkFields action={action} />
          {change.error === null ? null : <Notice tone="error">{failureText(change.error)}</Notice>}
        </form>
      ) : (
        <BulkResult result={result} projects={target.projects} />
      )}
    </DialogContent>
  )
}
