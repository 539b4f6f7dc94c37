'use client'

import { type RefObject, useEffect } from 'react'

interface RowKeys {
  readonly acknowledge: (id: string) => void
  readonly toggle: (id: string) => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select') !== null

/** Moves through the rows with j and k; `a` and `x` act on the row that has the focus. */
export function useRowKeys(list: RefObject<HTMLElement | null>, keys: RowKeys): void {
  const { acknowledge, toggle } = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const root = list.current
      if (!root || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      // An open dialog or pane keeps its keys to itself.
      if (document.querySelector('[role=dialog][data-state=open]')) return
      const links = [...root.querySelectorAll<HTMLElement>('[data-row-link]')]
      const focused = document.activeElement?.closest<HTMLElement>('[data-row]')
      const index = links.findIndex((link) => focused?.contains(link))
      const id = focused && root.contains(focused) ? focused.dataset.row : undefined
      switch (event.key) {
        case 'j':
          links[Math.min(index + 1, links.length - 1)]?.focus()
          break
        case 'k':
          links[Math.max(index - 1, 0)]?.focus()
          break
        case 'a':
          if (id) acknowledge(id)
          break
        case 'x':
          if (id) toggle(id)
          break
        default:
          return
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [list, acknowledge, toggle])
}
