'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useNow } from './clock.tsx'
import { durationInWords } from './duration-words.ts'
import { relativeSeconds } from './relative-seconds.ts'

interface RelativeTimeProps {
  /** Epoch milliseconds. */
  readonly at: number
  /** Counts down to it: "in 4 min 10 s". */
  readonly toCome?: boolean
}

/** "4 min 10 s ago", counting; the exact time on hover. */
export function RelativeTime({ at, toCome = false }: RelativeTimeProps) {
  const t = useTranslations('common.time')
  const format = useFormatter()
  const locale = useLocale()
  const length = durationInWords(relativeSeconds(at, useNow(), toCome), locale)
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'long' })}
      className="whitespace-nowrap"
    >
      {t(toCome ? 'in' : 'ago', { length })}
    </time>
  )
}
