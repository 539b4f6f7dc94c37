'use client'

import type { Action } from '@highwater/core/permissions'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import { useEffect, useState } from 'react'
import { Kbd } from '~/ui/kbd.tsx'
import { overlayStyle } from '~/ui/overlay-style.ts'
import { PalettePanel } from './palette-panel.tsx'

/** Everything by keyboard: ⌘K or Ctrl K, a few letters, Enter. */
export function CommandPalette({ permissions }: { readonly permissions: readonly Action[] }) {
  const t = useTranslations('frame.palette')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Primitive.Root open={open} onOpenChange={setOpen}>
      <Primitive.Trigger className="flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-2 text-ink-faint text-sm transition-colors tap-square hover:border-line-strong hover:text-ink max-lg:justify-center max-lg:border-transparent max-lg:bg-transparent">
        <Search aria-hidden className="size-4" />
        <span className="pr-6 max-lg:sr-only">{t('search')}</span>
        <span aria-hidden className="flex gap-0.5 max-lg:hidden">
          <Kbd>⌘</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyle} />
        <Primitive.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-50 mx-auto max-w-xl overflow-hidden rounded-lg border border-line bg-raised shadow-float sm:top-[14dvh]"
        >
          <Primitive.Title className="sr-only">{t('title')}</Primitive.Title>
          <PalettePanel
            permissions={permissions}
            onChoose={(href) => {
              setOpen(false)
              router.push(href)
            }}
          />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
