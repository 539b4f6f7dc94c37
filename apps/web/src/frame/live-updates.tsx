'use client'

import { useSubscription } from '@trpc/tanstack-react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '~/trpc/client.tsx'
import { failureOf } from '~/trpc/use-failure-text.ts'
import { useNow } from '~/ui/clock.tsx'
import { affectedAreas } from './affected-queries.ts'
import { LiveDot, type LiveState } from './live-dot.tsx'
import { type Stale, useLiveNews } from './live-news.tsx'
import { SessionEnded } from './session-ended.tsx'
import { useReadingAgain } from './use-reading-again.ts'
import { useReconnecting } from './use-reconnecting.ts'

/** Hears what has changed and reads again what of it the page shows; says when the session is over. */
export function LiveUpdates() {
  const trpc = useTRPC()
  const router = useRouter()
  const now = useNow()
  const pages = useLiveNews()
  const readAgain = useReadingAgain()
  const tell = (stale: Iterable<Stale>) => {
    readAgain(stale)
    pages.tell(stale)
  }
  const [newestAt, setNewestAt] = useState<number | null>(null)
  const [wasLive, setWasLive] = useState(false)
  const [hasSessionEnded, setSessionEnded] = useState(false)
  const wasCut = useRef(false)

  const { status, reset } = useSubscription(
    trpc.live.news.subscriptionOptions(undefined, {
      onStarted: () => setWasLive(true),
      onData({ data: news }) {
        // Whoever has signed in again may be somebody else, or may do less: the frame is made anew.
        if (hasSessionEnded) router.refresh()
        setSessionEnded(false)
        if (news.everything || wasCut.current) tell(['everything'])
        wasCut.current = false
        const areas = affectedAreas(news.topics)
        tell(areas)
        if (news.everything || areas.size > 0) setNewestAt(now)
      },
      onError(error) {
        wasCut.current = true
        if (failureOf(error)?.code === 'unauthenticated') setSessionEnded(true)
      },
    }),
  )
  useReconnecting({ isOver: status === 'error' || status === 'idle', hasSessionEnded, reset })

  useEffect(() => {
    pages.isLive = status === 'pending' && !hasSessionEnded
  }, [pages, status, hasSessionEnded])

  const states: Readonly<Record<typeof status, LiveState>> = {
    idle: 'connecting',
    connecting: wasLive ? 'lost' : 'connecting',
    pending: 'live',
    error: 'lost',
  }
  if (!hasSessionEnded) return <LiveDot state={states[status]} newestAt={newestAt} />
  return (
    <>
      <LiveDot state="ended" newestAt={null} />
      <SessionEnded />
    </>
  )
}
