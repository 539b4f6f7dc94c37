import type { ReactNode } from 'react'
import { useNow } from '~/ui/clock.tsx'
import type { RowWords } from './use-row-words.ts'

interface AgeingFigureProps {
  /** Epoch milliseconds. */
  readonly staleFrom: number
  readonly words: RowWords
  readonly children: ReactNode
}

/** A figure that says of itself when it has become too old to be believed. */
export function AgeingFigure({ staleFrom, words, children }: AgeingFigureProps) {
  if (useNow() < staleFrom) return children
  return (
    <span className="text-stale" title={words.oldLatency}>
      {children} <span aria-hidden>?</span>
      <span className="sr-only">{words.oldLatency}</span>
    </span>
  )
}
