'use client'

import { useEffect } from 'react'
import { signalIcon } from './signal-icon.ts'
import { useUnacknowledged } from './use-unacknowledged.ts'

const marked = /^\(\d+\+?\) /

/** Puts the number of waiting alerts before the tab's title and onto its icon. */
export function TabSignal() {
  const count = useUnacknowledged()
  useEffect(() => {
    const mark = () => {
      const plain = document.title.replace(marked, '')
      const wanted = count === 0 ? plain : `(${count > 99 ? '99+' : count}) ${plain}`
      if (document.title !== wanted) document.title = wanted
    }
    mark()
    // Each navigation writes a title of its own.
    const watcher = new MutationObserver(mark)
    watcher.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watcher.disconnect()
  }, [count])

  useEffect(() => {
    if (count === 0) return
    const icon = document.createElement('link')
    icon.rel = 'icon'
    icon.type = 'image/svg+xml'
    icon.href = signalIcon(count)
    document.head.append(icon)
    return () => icon.remove()
  }, [count])

  return null
}
