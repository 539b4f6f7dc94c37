'use client'

import { type AlertId, isId } from '@highwater/core'
import { usePathname, useSearchParams } from 'next/navigation'
import { useRef } from 'react'

interface OpenAlert {
  readonly openId: AlertId | null
  readonly open: (id: AlertId) => void
  readonly close: () => void
}

/** The alert in the side pane stands in the address as `alert`, so that Back closes it. */
export function useOpenAlert(): OpenAlert {
  const path = usePathname()
  const search = useSearchParams()
  const openedHere = useRef(false)
  const asked = search.get('alert')
  // Neither is a navigation: the list below stays as it is and nothing is fetched again.
  const open = (id: AlertId) => {
    const next = new URLSearchParams(search)
    next.set('alert', id)
    window.history.pushState(null, '', `${path}?${next}`)
    openedHere.current = true
  }
  const close = () => {
    if (openedHere.current) {
      openedHere.current = false
      window.history.back()
      return
    }
    const next = new URLSearchParams(search)
    next.delete('alert')
    window.history.replaceState(null, '', next.size === 0 ? path : `${path}?${next}`)
  }
  return { openId: asked !== null && isId(asked) ? (asked as AlertId) : null, open, close }
}
