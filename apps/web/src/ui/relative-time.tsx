'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useNow } from './clock.tsx'
import { durationInWords } from './duration-words.ts'

interface RelativeTimeProps {
  /** Epoch milliseconds. */
  readonly at: number
}

/** "4 min 10 s ago", counting; the exact time on hover. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const t = useTranslations('common.time')
  const format = useFormatter()
  const locale = useLocale()
  const seconds = Math.floor((useNow() - at) / 1_000)
  const length = durationInWords(Math.abs(seconds), locale)
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'long' })}
      className="whitespace-nowrap"
    >
      {seconds >= 0 ? t('ago', { length }) : t('in', { length })}
    </time>
  )
}
