'use client'

import type { ListedProject } from '@highwater/db/queries'
import { Bell, BellOff, Ellipsis, Pencil, ShieldHalf, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionIcon } from '~/features/project-life/action-icon.tsx'
import { type BulkAction, isForGood } from '~/features/project-life/bulk-action.ts'
import { useBulkActions } from '~/features/project-life/use-bulk-actions.ts'
import { useRefusal } from '~/frame/viewer.tsx'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '~/ui/dropdown-menu.tsx'
import { IconButton } from '~/ui/icon-button.tsx'
import { PageLink } from '~/ui/page-link.tsx'

interface ProjectMenuProps {
  readonly project: ListedProject
  readonly onEditLevel: () => void
  readonly onAct: (action: BulkAction) => void
}

/** What can be done with one project of the list, open at once: a row brings its menu when it is asked for. */
export function ProjectMenu({ project, onEditLevel, onAct }: ProjectMenuProps) {
  const t = useTranslations('projects')
  const common = useTranslations('common')
  const life = useTranslations('projectLife.action')
  const actions = useBulkActions()(project).filter((action) => action !== 'delete')
  const refusal = useRefusal()
  const may = (
    action: 'silence.write' | 'project.setLevel' | 'project.update' | 'project.delete',
  ) => refusal(action, project) === null
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <IconButton label={t('actions', { name: project.name })} className="relative z-1">
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem
          disabled={!may('project.setLevel')}
          // Once the menu has given the focus back, so that the dialog can return it there.
          onSelect={() => setTimeout(onEditLevel)}
        >
          <ShieldHalf aria-hidden />
          {t('level.action')}
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <PageLink href={`/alerts?range=3m&project=${project.id}`}>
            <Bell aria-hidden />
            {t('showAlerts')}
          </PageLink>
        </DropdownMenuItem>
        {may('silence.write') ? (
          <DropdownMenuItem asChild>
            <PageLink href={`/silences/new?project=${project.id}`}>
              <BellOff aria-hidden />
              {t('silence')}
            </PageLink>
          </DropdownMenuItem>
        ) : null}
        {actions.map((action) => (
          <DropdownMenuItem
            key={action}
            tone={isForGood(action) ? 'danger' : 'plain'}
            onSelect={() => setTimeout(() => onAct(action))}
          >
            <ActionIcon action={action} />
            {life(action)}
          </DropdownMenuItem>
        ))}
        {may('project.update') ? (
          <DropdownMenuItem asChild>
            <PageLink href={`/projects/${project.id}/edit`}>
              <Pencil aria-hidden />
              {common('edit')}
            </PageLink>
          </DropdownMenuItem>
        ) : null}
        {may('project.delete') ? (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem asChild tone="danger">
              <PageLink href={`/projects/${project.id}/edit#delete`}>
                <Trash2 aria-hidden />
                {t('delete.action')}
              </PageLink>
            </DropdownMenuItem>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
