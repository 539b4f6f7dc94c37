import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import type { RowWords } from './use-row-words.ts'

interface LastHeardProps {
  /** Epoch milliseconds. */
  readonly at: number
  readonly words: RowWords
}

/** "4 min 10 s ago", counting as the clock does. */
export function LastHeard({ at, words }: LastHeardProps) {
  const seconds = Math.floor((useNow() - at) / 1_000)
  const length = durationInWords(Math.abs(seconds), words.locale)
  return (
    <time dateTime={new Date(at).toISOString()} title={words.exactTime(at)}>
      {seconds >= 0 ? words.ago(length) : words.ahead(length)}
    </time>
  )
}
