'use client'

import type { Action } from '@highwater/core/permissions'
import { Ellipsis } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '~/ui/dropdown-menu.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { AttentionCount } from './attention-count.tsx'
import { sectionOf, sectionsFor } from './navigation.ts'
import { useUnacknowledged } from './use-unacknowledged.ts'

interface BottomBarProps {
  readonly permissions: readonly Action[]
}

const entryStyle =
  'relative flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-ink-muted aria-[current]:font-medium aria-[current]:text-accent [&>svg]:size-5'

/** The rail of a phone: a few sections under the thumb, the others behind "More". */
export function BottomBar({ permissions }: BottomBarProps) {
  const t = useTranslations('frame')
  const unacknowledged = useUnacknowledged()
  const open = sectionOf(usePathname())
  const visible = sectionsFor(permissions)
  const more = visible.filter(({ onPhone }) => !onPhone)
  return (
    <nav
      aria-label={t('navigation')}
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-40 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {visible
        .filter(({ onPhone }) => onPhone)
        .map(({ name, href, icon: Icon }) => (
          <PageLink
            key={name}
            href={href}
            aria-current={open?.name === name ? 'page' : undefined}
            className={entryStyle}
          >
            <Icon aria-hidden />
            <span className="max-w-full truncate">{t(`section.${name}`)}</span>
            {name === 'now' ? (
              <AttentionCount count={unacknowledged} className="absolute top-1 left-1/2 ml-1.5" />
            ) : null}
          </PageLink>
        ))}
      {more.length === 0 ? null : (
        <DropdownMenu>
          <DropdownMenuTrigger
            className={classNames(entryStyle, open?.onPhone === false && 'font-medium text-accent')}
          >
            <Ellipsis aria-hidden />
            {t('more')}
          </DropdownMenuTrigger>
          <DropdownMenuContent side="top">
            {more.map(({ name, href, icon: Icon }) => (
              <DropdownMenuItem key={name} asChild>
                <PageLink href={href}>
                  <Icon aria-hidden />
                  {t(`section.${name}`)}
                </PageLink>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </nav>
  )
}
