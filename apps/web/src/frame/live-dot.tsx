'use client'

import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'
import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'

export type LiveState = 'live' | 'connecting' | 'lost' | 'ended'

interface LiveDotProps {
  readonly state: LiveState
  /** When the newest event happened, in epoch milliseconds; null before the first. */
  readonly newestAt: number | null
}

const dots: Readonly<Record<LiveState, string>> = {
  live: 'bg-quiet-fill',
  connecting: 'border border-amber-fill',
  lost: 'hatched border border-stale-fill bg-stale-soft',
  ended: 'hatched border border-stale-fill bg-stale-soft',
}

/** Whether the page hears of news, and how old the newest is. */
export function LiveDot({ state, newestAt }: LiveDotProps) {
  const t = useTranslations('frame.live')
  const locale = useLocale()
  const now = useNow()
  const age =
    newestAt === null
      ? null
      : durationInWords(Math.max(0, Math.floor((now - newestAt) / 1_000)), locale)
  return (
    <span
      title={t(`${state}Explained`)}
      className="mr-1 flex items-center gap-1.5 whitespace-nowrap text-ink-muted text-xs"
    >
      <span aria-hidden className={classNames('size-2 rounded-full', dots[state])} />
      <span className="max-sm:sr-only">{t(state)}</span>
      {age === null ? null : (
        <span className="min-w-14 text-ink-faint max-md:hidden">{t('age', { age })}</span>
      )}
    </span>
  )
}
