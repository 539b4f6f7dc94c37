'use client'

import type { Action } from '@highwater/core/permissions'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '~/ui/button.tsx'
import { Kbd } from '~/ui/kbd.tsx'
import { commandsFor, usePaletteCommands } from './palette-commands.ts'
import { PaletteList } from './palette-list.tsx'
import { usePaletteFound } from './use-palette-found.ts'
import { longestSearch, usePaletteSearch } from './use-palette-search.ts'

interface PalettePanelProps {
  readonly permissions: readonly Action[]
  readonly onChoose: (href: string) => void
}

/** Where one types, what that can mean, and how the search for it stands. */
export function PalettePanel({ permissions, onChoose }: PalettePanelProps) {
  const t = useTranslations('frame.palette')
  const common = useTranslations('common')
  const [text, setText] = useState('')
  const typed = text.trim()
  const pages = commandsFor(usePaletteCommands(permissions), typed)
  const search = usePaletteSearch(typed, permissions)
  const { projects, isSearching, failure, retry } = search
  const groups = [...pages, ...usePaletteFound({ typed, ...search })]
  const standing = failure
    ? t('failed', { why: failure })
    : groups.length > 0
      ? null
      : t(isSearching ? 'searching' : 'nothing')
  return (
    <>
      <Command label={t('title')} shouldFilter={false} loop>
        <div className="flex items-center gap-2 border-line border-b px-3">
          <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <Command.Input
            value={text}
            onValueChange={setText}
            maxLength={longestSearch}
            placeholder={t('placeholder')}
            className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none"
          />
          <Kbd>Esc</Kbd>
        </div>
        <PaletteList groups={groups} onChoose={onChoose} />
      </Command>
      {/* Outside of the commands, which take every Enter for their own. */}
      <p
        role="status"
        className={standing === null ? 'sr-only' : 'px-3 py-6 text-center text-ink-muted text-sm'}
      >
        {standing ?? (typed === '' || isSearching ? '' : t('found', { count: projects.length }))}
      </p>
      {failure === null ? null : (
        <div className="flex justify-center pb-4">
          <Button size="sm" onClick={retry}>
            {common('retry')}
          </Button>
        </div>
      )}
    </>
  )
}
