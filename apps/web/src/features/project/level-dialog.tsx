'use client'

import type { ProtectionLevel } from '@highwater/core/policy'
import type { ListedProject } from '@highwater/db/queries'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { choiceOf, type ListFilter } from '~/features/project-life/bulk-action.ts'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '~/ui/dialog.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Skeleton } from '~/ui/skeleton.tsx'
import { useToast } from '~/ui/toast.tsx'
import { LevelCards } from './level-cards.tsx'
import { LevelPreview } from './level-preview.tsx'
import { LevelResult, type LevelsSet } from './level-result.tsx'

interface LevelDialogProps {
  /** The projects to change; the dialog is open while there are any. */
  readonly projects: readonly ListedProject[]
  /** All that it finds instead of those named; null otherwise. */
  readonly filter?: ListFilter | null
  readonly onClose: () => void
}

/** "Modify alert level" for one project or a selection, with what it will do at once. */
export function LevelDialog({ projects, filter = null, onClose }: LevelDialogProps) {
  return (
    <Dialog open={projects.length > 0} onOpenChange={(open) => (open ? undefined : onClose())}>
      {projects.length === 0 ? null : (
        <OpenDialog projects={projects} filter={filter} onClose={onClose} />
      )}
    </Dialog>
  )
}

function OpenDialog({ projects, filter = null, onClose }: LevelDialogProps) {
  const life = useTranslations('projectLife.dialog')
  const t = useTranslations('projects.level')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const { data: settings } = useQuery(trpc.policy.levels.queryOptions())
  const [first, ...others] = projects
  const only = others.length === 0 && filter === null ? first : undefined
  const [chosen, setChosen] = useState<ProtectionLevel | undefined>(only?.protectionLevel)
  const [result, setResult] = useState<LevelsSet | null>(null)
  const setLevels = useMutation(
    trpc.project.setLevels.mutationOptions({
      onSuccess(done, { level }) {
        client.invalidateQueries(trpc.project.pathFilter())
        if (done.unchanged.length > 0) {
          setResult(done)
          return
        }
        const word = common(`level.${level}`)
        toast({
          title: only
            ? t('changed', { name: only.name, level: word })
            : t('changedMany', { changed: done.changed, unchanged: 0 }),
        })
        onClose()
      },
    }),
  )
  const submit = () => {
    if (chosen) setLevels.mutate({ level: chosen, ...choiceOf({ projects, filter }) })
  }
  return (
    <DialogContent
      size="lg"
      title={t('title')}
      description={
        filter !== null
          ? life('ofFilter')
          : only
            ? only.name
            : t('ofMany', { count: projects.length })
      }
      footer={
        result === null ? (
          <>
            <DialogClose asChild>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <Button
              tone="primary"
              disabled={chosen === undefined || chosen === only?.protectionLevel}
              aria-disabled={setLevels.isPending}
              onClick={submit}
            >
              {t('submit')}
            </Button>
          </>
        ) : (
          <DialogClose asChild>
            <Button tone="primary">{common('close')}</Button>
          </DialogClose>
        )
      }
    >
      {result !== null ? (
        <LevelResult result={result} projects={projects} />
      ) : (
        <div className="flex flex-col gap-3">
          {settings === undefined || first === undefined ? (
            <Skeleton className="h-64 w-full" />
          ) : (
            <LevelCards
              settings={settings}
              kind={first.kind}
              current={only?.protectionLevel ?? null}
              chosen={chosen}
              onChoose={setChosen}
            />
          )}
          {chosen === undefined || chosen === only?.protectionLevel ? null : (
            <LevelPreview level={chosen} projects={projects} filter={filter} />
          )}
          {setLevels.error === null ? null : (
            <Notice tone="error">{failureText(setLevels.error)}</Notice>
          )}
        </div>
      )}
    </DialogContent>
  )
}
