'use client'

import type { Action } from '@highwater/core/permissions'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { keepPreference } from '~/preferences/keep-preference.ts'
import type { RailWidth } from '~/preferences/rail.ts'
import { saveRailWidth } from '~/preferences/save-preference.ts'
import { classNames } from '~/ui/class-names.ts'
import { IconButton } from '~/ui/icon-button.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Logo } from './logo.tsx'
import { navigationGroups, sectionsFor } from './navigation.ts'
import { RailSection } from './rail-section.tsx'
import { useUnacknowledged } from './use-unacknowledged.ts'

interface RailProps {
  readonly permissions: readonly Action[]
  readonly initialWidth: RailWidth
}

/** The sections at the left edge; narrow it shows icons with their names on hover. */
export function Rail({ permissions, initialWidth }: RailProps) {
  const t = useTranslations('frame')
  const [width, setWidth] = useState(initialWidth)
  const unacknowledged = useUnacknowledged()
  const narrow = width === 'narrow'
  const list = useRef<HTMLElement>(null)
  const path = usePathname()
  // On a low screen the open section may lie below the edge.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [path])
  const toggle = () => {
    const next: RailWidth = narrow ? 'wide' : 'narrow'
    setWidth(next)
    const form = new FormData()
    form.set('width', next)
    keepPreference(saveRailWidth, form)
  }
  const visible = sectionsFor(permissions)
  return (
    <aside
      data-print="hide"
      className={classNames(
        'sticky top-0 hidden h-dvh shrink-0 flex-col border-line border-r bg-surface sm:flex',
        narrow ? 'w-14' : 'w-54',
      )}
    >
      <PageLink
        href="/"
        className="flex h-12 items-center gap-2.5 px-4 font-semibold text-lg tracking-tight"
      >
        <Logo className="size-6 shrink-0" />
        <span className={narrow ? 'sr-only' : undefined}>Highwater</span>
      </PageLink>
      <nav
        ref={list}
        aria-label={t('navigation')}
        className="scroll-hint flex-1 overflow-y-auto px-2 py-2"
      >
        {navigationGroups.map((group) => {
          const members = visible.filter((section) => section.group === group)
          return members.length === 0 ? null : (
            <div key={group} className="mb-4">
              <h2
                className={
                  narrow ? 'sr-only' : 'px-2 pb-1 font-medium text-2xs text-ink-faint tracking-wide'
                }
              >
                {t(`group.${group}`)}
              </h2>
              <ul className="flex flex-col gap-px">
                {members.map((section) => (
                  <RailSection
                    key={section.name}
                    section={section}
                    narrow={narrow}
                    count={section.name === 'now' ? unacknowledged : 0}
                  />
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
      <div className={classNames('border-line border-t p-2', narrow ? 'px-3' : 'text-right')}>
        <IconButton label={t(narrow ? 'widenRail' : 'narrowRail')} onClick={toggle}>
          {narrow ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
        </IconButton>
      </div>
    </aside>
  )
}
