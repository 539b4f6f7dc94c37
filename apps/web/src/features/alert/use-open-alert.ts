'use client'

import { type AlertId, isId } from '@highwater/core'
import { usePathname, useSearchParams } from 'next/navigation'

interface OpenAlert {
  readonly openId: AlertId | null
  readonly open: (id: AlertId) => void
  readonly close: () => void
}

/** The alert in the side pane stands in the address as `alert`, so that Back closes it. */
export function useOpenAlert(): OpenAlert {
  const path = usePathname()
  const search = useSearchParams()
  const asked = search.get('alert')
  const goTo = (id: AlertId | null) => {
    const next = new URLSearchParams(search)
    if (id === null) next.delete('alert')
    else next.set('alert', id)
    const query = next.size === 0 ? '' : `?${next}`
    // Not a navigation: the list below stays as it is and nothing is fetched again.
    window.history.pushState(null, '', `${path}${query}`)
  }
  return {
    openId: asked !== null && isId(asked) ? (asked as AlertId) : null,
    open: (id) => goTo(id),
    close: () => goTo(null),
  }
}
