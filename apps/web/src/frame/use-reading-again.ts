import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import type { Stale } from './live-news.tsx'
import { createReadings, type Readings } from './readings.ts'

const gatherMs = 400
/** Longer than any page should take, and shorter than a browser waits for a server that is gone. */
const patienceMs = 20_000

/** Reads again what of these areas the page shows, a moment later. */
export function useReadingAgain(): (stale: Iterable<Stale>) => void {
  const trpc = useTRPC()
  const client = useQueryClient()
  const readings = useRef<Readings<Stale> | null>(null)
  useEffect(() => {
    const created = createReadings<Stale>({
      everything: 'everything',
      read: (area) =>
        client.invalidateQueries(area === 'everything' ? {} : trpc[area].pathFilter()),
      gatherMs,
      patienceMs,
    })
    readings.current = created
    return created.stop
  }, [client, trpc])
  return useCallback((stale) => readings.current?.ask(stale), [])
}
