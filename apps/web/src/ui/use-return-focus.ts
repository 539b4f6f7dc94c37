'use client'

import { useRef } from 'react'
import { focusHeading } from './focus-heading.ts'

interface ReturnFocus {
  readonly onOpenAutoFocus: () => void
  readonly onCloseAutoFocus: (event: Event) => void
}

/**
 * Gives the focus back to whatever had it, also where no trigger of the library opened the overlay; to the
 * heading of the page where that has gone meanwhile.
 */
export function useReturnFocus(): ReturnFocus {
  const opener = useRef<Element | null>(null)
  return {
    onOpenAutoFocus() {
      opener.current = document.activeElement
    },
    onCloseAutoFocus(event) {
      if (!(opener.current instanceof HTMLElement)) return
      event.preventDefault()
      if (opener.current.isConnected) opener.current.focus()
      else focusHeading()
    },
  }
}
