'use client'

import type { BacktestDay } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '~/ui/button.tsx'
import { VisuallyHiddenTable } from '~/ui/visually-hidden-table.tsx'
import { DayBars } from './day-bars.tsx'
import { DayNotes } from './day-notes.tsx'
import { useDayText } from './use-day-text.ts'

const ranges = [7, 30] as const

const sum = (days: readonly BacktestDay[], side: 'before' | 'after') =>
  days.reduce((total, day) => total + day[side], 0)

/** How many alerts each day would have seen, under the values in force and under the new ones. */
export function DayComparison({ days }: { readonly days: readonly BacktestDay[] }) {
  const t = useTranslations('backtest')
  const locale = useLocale()
  const dayText = useDayText()
  const [range, setRange] = useState<(typeof ranges)[number]>(30)
  const shown = days.slice(-range)
  const number = new Intl.NumberFormat(locale)
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span>
          <span className="font-semibold text-sm">{t('chart')}</span>
          <span className="ml-3 text-ink-muted text-sm">
            {t('total', { before: sum(shown, 'before'), after: sum(shown, 'after') })}
          </span>
        </span>
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t('range')}</legend>
          {ranges.map((count) => (
            <Button
              key={count}
              size="sm"
              tone={count === range ? 'secondary' : 'ghost'}
              aria-pressed={count === range}
              onClick={() => setRange(count)}
            >
              {t('days', { count })}
            </Button>
          ))}
        </fieldset>
      </figcaption>
      <DayBars days={shown} />
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-xs">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 border border-stale bg-stale-soft" />
          {t('before')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 bg-accent-fill" />
          {t('after')}
        </span>
      </p>
      <DayNotes days={shown} />
      <VisuallyHiddenTable
        caption={t('chart')}
        headings={[t('day'), t('before'), t('after'), t('resolution.title')]}
        rows={shown.map((day) => [
          dayText(day.day),
          number.format(day.before),
          number.format(day.after),
          t(`resolution.${day.resolution}`),
        ])}
      />
    </figure>
  )
}
