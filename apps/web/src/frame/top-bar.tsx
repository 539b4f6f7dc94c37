import type { ReactNode } from 'react'
import type { Theme } from '~/preferences/theme.ts'
import { AccountMenu } from './account-menu.tsx'
import { CommandPalette } from './command-palette.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'
import type { SignedInPerson } from './person.ts'
import { SectionBreadcrumb } from './section-breadcrumb.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

interface TopBarProps {
  readonly person: SignedInPerson
  readonly theme: Theme
  readonly live: ReactNode
  readonly signOut: () => Promise<void>
}

/** Where one is, how fresh it is, and the ways to elsewhere. */
export function TopBar({ person, theme, live, signOut }: TopBarProps) {
  return (
    <header
      data-print="hide"
      className="sticky top-0 z-30 flex h-12 items-center gap-2 border-line border-b bg-canvas/95 px-4 backdrop-blur-sm sm:px-6"
    >
      <Logo className="size-6 shrink-0 sm:hidden" />
      <SectionBreadcrumb />
      <div className="ml-auto flex shrink-0 items-center gap-1">
        {live}
        <CommandPalette permissions={person.permissions} />
        <ThemeSwitch theme={theme} />
        <LanguageSwitch />
        <AccountMenu person={person} signOut={signOut} />
      </div>
    </header>
  )
}
