'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

interface SelectionBarProps {
  readonly count: number
  /** Why something cannot be done with the selection. */
  readonly note?: ReactNode
  readonly children: ReactNode
  readonly onClear: () => void
}

/** Floats over the page's end while rows are chosen, so that nothing moves when the first one is. */
export function SelectionBar({ count, note = null, children, onClear }: SelectionBarProps) {
  const t = useTranslations('common')
  if (count === 0) return null
  return (
    <div
      role="toolbar"
      aria-label={t('selection.label')}
      data-print="hide"
      className="fixed bottom-16 left-1/2 z-40 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 shadow-float sm:bottom-4"
    >
      <span role="status" className="mr-1 whitespace-nowrap font-medium text-sm">
        {t('selection.count', { count })}
      </span>
      {note === null ? null : <span className="text-ink-muted text-sm">{note}</span>}
      {children}
      <IconButton label={t('selection.clear')} onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}
