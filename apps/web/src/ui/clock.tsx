'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'

interface Anchor {
  /** The database's time in epoch milliseconds when the page was rendered. */
  readonly serverNow: number
}

const ClockContext = createContext<number | null>(null)

const tickMs = 1_000

/**
 * The page's clock: the database's time at rendering plus what has passed since on this machine's
 * stopwatch. A reader's wrong wall clock therefore never shows a wrong age.
 */
export function ClockProvider({ serverNow, children }: Anchor & { readonly children: ReactNode }) {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const start = performance.now()
    setNow(serverNow)
    const timer = setInterval(() => setNow(serverNow + performance.now() - start), tickMs)
    return () => clearInterval(timer)
  }, [serverNow])
  return <ClockContext value={now}>{children}</ClockContext>
}

/** The database's time now, in epoch milliseconds, once a second; the same on server and at hydration. */
export function useNow(): number {
  const now = use(ClockContext)
  if (now === null) throw new Error('useNow needs a ClockProvider above it')
  return now
}
