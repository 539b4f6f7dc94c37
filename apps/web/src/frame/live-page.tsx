'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import type { Area } from './affected-queries.ts'
import { useLiveNews } from './live-news.tsx'
import { createReadings } from './readings.ts'

/** A page that the server makes anew costs it more than an answer does. */
const gatherMs = 3_000
const patienceMs = 20_000

interface LivePageProps {
  /** What the page shows. */
  readonly areas: readonly Area[]
  /** How often it is made anew in any case, as figures go up and down without news; left out for never. */
  readonly everySeconds?: number
}

/**
 * Keeps a list live that the server makes: after news of these areas it is made anew, and what the reader
 * has typed, ticked or opened stays. Not for the form of a thing that others may edit: what was typed for
 * one version would be saved as for the next. Without the stream it is left as it is: a server that cannot answer
 * would have the browser show a page of its own.
 */
export function LivePage({ areas, everySeconds }: LivePageProps) {
  const router = useRouter()
  const news = useLiveNews()
  const [isReading, startReading] = useTransition()
  const end = useRef<(() => void) | null>(null)
  const wanted = areas.join(' ')

  useEffect(() => {
    if (isReading) return
    end.current?.()
    end.current = null
  }, [isReading])

  useEffect(() => {
    const shown = new Set<string>(['everything', ...wanted.split(' ')])
    let isMissed = false
    const readings = createReadings<'page'>({
      everything: 'page',
      read: async () => {
        isMissed = document.visibilityState === 'hidden'
        if (isMissed || !news.isLive) return
        await new Promise<void>((resolve) => {
          end.current = resolve
          startReading(() => router.refresh())
        })
      },
      gatherMs,
      patienceMs,
    })
    const ask = () => readings.ask(['page'])
    const unlisten = news.listen((stale) => {
      if ([...stale].some((area) => shown.has(area))) ask()
    })
    const comeBack = () => {
      if (isMissed) ask()
    }
    document.addEventListener('visibilitychange', comeBack)
    const timer = everySeconds === undefined ? undefined : setInterval(ask, everySeconds * 1_000)
    return () => {
      readings.stop()
      unlisten()
      document.removeEventListener('visibilitychange', comeBack)
      clearInterval(timer)
    }
  }, [news, router, wanted, everySeconds])
  return null
}
