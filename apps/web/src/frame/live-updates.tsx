'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import { useNow } from '~/ui/clock.tsx'
import { type Area, affectedAreas } from './affected-queries.ts'
import { LiveDot, type LiveState } from './live-dot.tsx'

/** News that come in a burst are answered with one reading. */
const gatherMs = 400

/** Hears what has changed and reads again what of it the page shows. */
export function LiveUpdates() {
  const trpc = useTRPC()
  const client = useQueryClient()
  const now = useNow()
  const [newestAt, setNewestAt] = useState<number | null>(null)
  const [wasLive, setWasLive] = useState(false)
  const stale = useRef<Set<Area | 'everything'>>(new Set())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const readAgain = () => {
    timer.current = null
    const areas = stale.current
    stale.current = new Set()
    if (areas.has('everything')) {
      client.invalidateQueries()
      return
    }
    for (const area of areas)
      if (area !== 'everything') client.invalidateQueries(trpc[area].pathFilter())
  }

  const { status } = useSubscription(
    trpc.live.news.subscriptionOptions(undefined, {
      onStarted: () => setWasLive(true),
      onData({ data: news }) {
        if (news.everything) stale.current.add('everything')
        for (const area of affectedAreas(news.topics)) stale.current.add(area)
        if (stale.current.size === 0) return
        setNewestAt(now)
        timer.current ??= setTimeout(readAgain, gatherMs)
      },
    }),
  )
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  const states: Readonly<Record<typeof status, LiveState>> = {
    idle: 'connecting',
    connecting: wasLive ? 'lost' : 'connecting',
    pending: 'live',
    error: 'lost',
  }
  return <LiveDot state={states[status]} newestAt={newestAt} />
}
