'use client'

import { type RefObject, useEffect } from 'react'

/** What keys do with the row that has the focus; it is given the row's id. */
export type RowActions = Readonly<Partial<Record<'a' | 's' | 'x', (id: string) => void>>>

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select') !== null

const isAction = (key: string, actions: RowActions): key is keyof RowActions =>
  Object.hasOwn(actions, key)

/** Moves through the rows with j and k; other keys act on the row that has the focus. */
export function useRowKeys(list: RefObject<HTMLElement | null>, actions: RowActions): void {
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
      if (event.key === 'j') links[Math.min(index + 1, links.length - 1)]?.focus()
      else if (event.key === 'k') links[Math.max(index - 1, 0)]?.focus()
      else if (!isAction(event.key, actions)) return
      else if (id !== undefined) actions[event.key]?.(id)
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [list, actions])
}
