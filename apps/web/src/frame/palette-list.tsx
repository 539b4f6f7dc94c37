'use client'

import { Command } from 'cmdk'
import type { PaletteGroup } from './palette-commands.ts'

interface PaletteListProps {
  readonly groups: readonly PaletteGroup[]
  readonly onChoose: (href: string) => void
}

/** What can be chosen, by groups. */
export function PaletteList({ groups, onChoose }: PaletteListProps) {
  return (
    <Command.List className="max-h-[52dvh] overflow-y-auto p-1">
      {groups.map(({ heading, commands }) => (
        <Command.Group
          key={heading}
          heading={heading}
          className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:py-1.5 [&>[cmdk-group-heading]]:text-2xs [&>[cmdk-group-heading]]:text-ink-faint"
        >
          {commands.map(({ label, icon: Icon, href, hint }) => (
            <Command.Item
              key={href}
              value={href}
              onSelect={() => onChoose(href)}
              className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 tap data-[selected=true]:bg-accent-soft"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <span title={label} className="min-w-0 flex-1 truncate">
                {label}
              </span>
              <span className="max-w-[45%] shrink-0 truncate text-ink-faint text-xs">{hint}</span>
            </Command.Item>
          ))}
        </Command.Group>
      ))}
    </Command.List>
  )
}
