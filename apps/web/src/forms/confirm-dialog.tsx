'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { Notice } from '~/ui/notice.tsx'
import { ActionForm, refusalOf } from './action-form.tsx'
import type { FormAction } from './form-state.ts'

interface ConfirmDialogProps {
  readonly action: FormAction
  /** Posted when it is confirmed. */
  readonly values: Readonly<Record<string, string>>
  /** What the button that confirms says. */
  readonly label: string
  readonly title: string
  /** Said when it is done; left out where the page itself shows the change. */
  readonly done?: string
  /** Heads the reason when it is refused. */
  readonly refused?: string
  /** The button that asks. */
  readonly trigger: ReactNode
  /** What will come of it. */
  readonly children: ReactNode
}

/** Asks before something goes that cannot be brought back, and says why when it has to stay. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { action, values, label, title, done, refused, trigger, children } = props
  const common = useTranslations('common')
  const [open, setOpen] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setRefusal(null)
      }}
    >
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent
        size="sm"
        title={title}
        footer={
          <>
            <DialogClose asChild>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <ActionForm
              action={action}
              values={values}
              {...(done === undefined ? {} : { done })}
              onAnswer={(state) => {
                if (state.outcome === 'refused') setRefusal(refusalOf(state))
                else setOpen(false)
              }}
            >
              <Button type="submit" tone="danger">
                {label}
              </Button>
            </ActionForm>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <p className="text-ink-muted">{children}</p>
          {refusal === null ? null : (
            <Notice tone="error" {...(refused === undefined ? {} : { title: refused })}>
              {refusal}
            </Notice>
          )}
        </div>
      </DialogContent>
    </Dialog>
  )
}
