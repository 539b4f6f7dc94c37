'use client'

import { createContext, type ReactNode, use, useState } from 'react'
import type { Area } from './affected-queries.ts'

export type Stale = Area | 'everything'

type Hearer = (stale: ReadonlySet<Stale>) => void

/** What the stream of news brings, for whatever part of the page wants to hear it. */
export class LiveNews {
  /** Whether the server can be asked: news come, and the session is not over. */
  isLive = false
  readonly #hearers = new Set<Hearer>()

  tell(stale: Iterable<Stale>): void {
    const areas = new Set(stale)
    if (areas.size > 0) for (const hear of this.#hearers) hear(areas)
  }

  /** @returns ends it */
  listen(hear: Hearer): () => void {
    this.#hearers.add(hear)
    return () => void this.#hearers.delete(hear)
  }
}

const NewsContext = createContext<LiveNews | null>(null)

export function LiveNewsProvider({ children }: { readonly children: ReactNode }) {
  const [news] = useState(() => new LiveNews())
  return <NewsContext value={news}>{children}</NewsContext>
}

export function useLiveNews(): LiveNews {
  const news = use(NewsContext)
  if (news === null) throw new Error('useLiveNews needs a LiveNewsProvider above it')
  return news
}
