'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '~/ui/dropdown-menu.tsx'
import { ActionIcon } from './action-icon.tsx'
import { type BulkAction, bulkActions, isForGood } from './bulk-action.ts'

interface BulkMenuProps {
  readonly actions?: readonly BulkAction[]
  readonly size?: 'sm'
  readonly onChoose: (action: BulkAction) => void
}

/** The other things that can be done with projects. */
export function BulkMenu({ actions = bulkActions, size, onChoose }: BulkMenuProps) {
  const t = useTranslations('projectLife.action')
  if (actions.length === 0) return null
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button {...(size === undefined ? {} : { size })}>
          <Ellipsis aria-hidden />
          {t('more')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {actions.map((action) => (
          <DropdownMenuItem
            key={action}
            tone={isForGood(action) ? 'danger' : 'plain'}
            // Once the menu has given the focus back, so that the dialog can return it there.
            onSelect={() => setTimeout(() => onChoose(action))}
          >
            <ActionIcon action={action} />
            {t(action)}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
