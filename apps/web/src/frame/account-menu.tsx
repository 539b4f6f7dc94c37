'use client'

import { LogOut, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { isUnreached } from '~/forms/is-unreached.ts'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '~/ui/dropdown-menu.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { useToast } from '~/ui/toast.tsx'
import type { SignedInPerson } from './person.ts'

interface AccountMenuProps {
  readonly person: SignedInPerson
  readonly signOut: () => Promise<void>
}

const initialOf = (name: string) => Array.from(name.trim())[0]?.toUpperCase() ?? '?'

export function AccountMenu({ person, signOut }: AccountMenuProps) {
  const t = useTranslations('frame')
  const errors = useTranslations('errors')
  const toast = useToast()
  const leave = async () => {
    try {
      await signOut()
    } catch (error) {
      if (!isUnreached(error)) throw error
      toast({ title: errors('offline'), tone: 'failed' })
    }
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t('accountMenu', { name: person.name })}
        className="ml-1 grid size-8 place-items-center rounded-full tap-square"
      >
        <span
          aria-hidden
          className="grid size-7 place-items-center rounded-full border border-accent-line bg-accent-soft font-semibold text-accent text-xs"
        >
          {initialOf(person.name)}
        </span>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="min-w-56">
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{person.name}</p>
          <p className="truncate text-ink-faint text-xs">
            {person.account} · {t(`role.${person.role}`)}
          </p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <PageLink href="/account">
            <UserRound aria-hidden />
            {t('account')}
          </PageLink>
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => startTransition(leave)}>
          <LogOut aria-hidden />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
