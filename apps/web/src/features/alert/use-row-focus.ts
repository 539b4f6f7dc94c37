'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { focusHeading } from '~/ui/focus-heading.ts'

const rowsOf = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

/**
 * Keeps the focus in a live list: when the row that has it goes, the row in its place takes it, or the
 * heading of the page after the last one.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>): void {
  const focused = useRef<{ readonly row: HTMLElement; readonly index: number } | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
      const index = row === null ? -1 : rowsOf(list.current).indexOf(row)
      focused.current = row === null || index < 0 ? null : { row, index }
    }
    // Whoever points elsewhere has left the row, though nothing else may have taken the focus.
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !focused.current?.row.contains(target)) focused.current = null
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPointer)
      if (focused.current !== null) setTimeout(focusHeading)
    }
  }, [list])
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.row.isConnected) return
    const { index } = focused.current
    focused.current = null
    if (document.activeElement !== document.body) return
    const rows = rowsOf(list.current)
    const heir = rows[Math.min(index, rows.length - 1)]
    heir?.querySelector<HTMLElement>('[data-row-link]')?.focus({ preventScroll: true })
  })
}
