import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import type { Area } from './affected-queries.ts'

/** News that come in a burst are answered with one reading. */
const gatherMs = 400

type Stale = Iterable<Area | 'everything'>

/** Reads again what of these areas the page shows, a moment later. */
export function useReadingAgain(): (stale: Stale) => void {
  const trpc = useTRPC()
  const client = useQueryClient()
  const gathered = useRef<Set<Area | 'everything'>>(new Set())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  return useCallback(
    (stale) => {
      const readAgain = () => {
        timer.current = null
        const areas = gathered.current
        gathered.current = new Set()
        if (areas.has('everything')) {
          client.invalidateQueries()
          return
        }
        for (const area of areas)
          if (area !== 'everything') client.invalidateQueries(trpc[area].pathFilter())
      }
      for (const area of stale) gathered.current.add(area)
      if (gathered.current.size > 0) timer.current ??= setTimeout(readAgain, gatherMs)
    },
    [client, trpc],
  )
}
