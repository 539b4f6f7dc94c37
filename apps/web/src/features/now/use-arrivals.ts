'use client'

import { useEffect, useRef, useState } from 'react'

/** How many alerts have come since the last change of the list: 0 at first and when none came. */
export function useArrivals(ids: readonly string[]): number {
  const known = useRef<ReadonlySet<string> | null>(null)
  const [arrived, setArrived] = useState(0)
  const key = ids.join(' ')
  useEffect(() => {
    const present = key === '' ? [] : key.split(' ')
    const before = known.current
    if (before !== null) setArrived(present.filter((id) => !before.has(id)).length)
    known.current = new Set(present)
  }, [key])
  return arrived
}
