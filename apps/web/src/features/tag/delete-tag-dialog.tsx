'use client'

import type { TagItem } from '@highwater/db/queries'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '~/ui/dialog.tsx'
import { Notice } from '~/ui/notice.tsx'
import { useTagChange } from './use-tag-change.ts'

interface TagDialogProps {
  /** Open while there is one. */
  readonly tag: TagItem | null
  readonly onClose: () => void
}

/** Asks before a tag is taken off the projects that have it. */
export function DeleteTagDialog({ tag, onClose }: TagDialogProps) {
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
  const changed = useTagChange(onClose)
  const remove = useMutation(
    useTRPC().project.removeTag.mutationOptions({
      onSuccess: ({ name }) => changed(t('deleted', { name })),
    }),
  )
  return (
    <DialogContent
      title={t('deleteTitle', { name: tag.name })}
      description={t('deleteText', { count: tag.projects })}
      size="sm"
      footer={
        <>
          <DialogClose asChild>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button
            tone="danger"
            aria-disabled={remove.isPending}
            onClick={() => (remove.isPending ? undefined : remove.mutate({ tag: tag.name }))}
          >
            {t('delete')}
          </Button>
        </>
      }
    >
      {remove.error === null ? null : <Notice tone="error">{failureText(remove.error)}</Notice>}
    </DialogContent>
  )
}
