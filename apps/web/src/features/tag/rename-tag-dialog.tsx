'use client'

import type { TagItem } from '@highwater/db/queries'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '~/ui/dialog.tsx'
import { Field } from '~/ui/field.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { useTagChange } from './use-tag-change.ts'

interface TagDialogProps {
  /** Open while there is one. */
  readonly tag: TagItem | null
  readonly onClose: () => void
}

export function RenameTagDialog({ tag, onClose }: TagDialogProps) {
  return (
    <Dialog open={tag !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      {tag === null ? null : <OpenDialog tag={tag} onClose={onClose} />}
    </Dialog>
  )
}

function OpenDialog({ tag, onClose }: { readonly tag: TagItem; readonly onClose: () => void }) {
  const t = useTranslations('projectLife.tags')
  const common = useTranslations('common')
  const failureText = useFailureText()
  const formId = useId()
  const changed = useTagChange(onClose)
  const rename = useMutation(
    useTRPC().project.renameTag.mutationOptions({
      onSuccess: ({ name }) => changed(t('renamed', { name: tag.name, other: name })),
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (!rename.isPending) rename.mutate({ tag: tag.name, name })
  }
  return (
    <DialogContent
      title={t('rename')}
      size="sm"
      footer={
        <>
          <DialogClose asChild>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={formId} tone="primary" aria-disabled={rename.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field
          label={t('newName', { name: tag.name })}
          required
          error={rename.error === null ? undefined : failureText(rename.error)}
        >
          {(control) => (
            <TextInput
              {...control}
              name="name"
              defaultValue={tag.name}
              maxLength={20}
              pattern="\S+"
              autoComplete="off"
            />
          )}
        </Field>
      </form>
    </DialogContent>
  )
}
