'use client'

import type { Action } from '@highwater/core/permissions'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import { useEffect, useState } from 'react'
import { classNames } from '~/ui/class-names.ts'
import { Kbd } from '~/ui/kbd.tsx'
import { overlayStyle } from '~/ui/overlay-style.ts'
import { usePaletteCommands } from './palette-commands.ts'

/** Everything by keyboard: ⌘K or Ctrl K, a few letters, Enter. */
export function CommandPalette({ permissions }: { readonly permissions: readonly Action[] }) {
  const t = useTranslations('frame.palette')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const groups = usePaletteCommands(permissions)
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
          <Command label={t('title')} loop>
            <div className="flex items-center gap-2 border-line border-b px-3">
              <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <Command.Input
                placeholder={t('placeholder')}
                className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[52dvh] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-8 text-center text-ink-muted text-sm">
                {t('nothing')}
              </Command.Empty>
              {groups.map(({ heading, commands }) => (
                <Command.Group
                  key={heading}
                  heading={heading}
                  className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:py-1.5 [&>[cmdk-group-heading]]:text-2xs [&>[cmdk-group-heading]]:text-ink-faint"
                >
                  {commands.map(({ label, keywords, icon: Icon, href, hint }) => (
                    <Command.Item
                      key={href}
                      value={label}
                      keywords={[...keywords]}
                      onSelect={() => {
                        setOpen(false)
                        router.push(href)
                      }}
                      className={classNames(
                        'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 tap data-[selected=true]:bg-accent-soft',
                      )}
                    >
                      <Icon aria-hidden className="size-4 text-ink-faint" />
                      <span className="flex-1 truncate">{label}</span>
                      <span className="text-ink-faint text-xs">{hint}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
