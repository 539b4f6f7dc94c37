'use client'

import type { NextEscalation } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { useListing } from '~/ui/use-listing.ts'

/** Who hears of an alert next, and in how long, unless somebody acknowledges it before. */
export function EscalationSentence({ next }: { readonly next: NextEscalation }) {
  const t = useTranslations('alerts.escalation')
  const listed = useListing()
  const locale = useLocale()
  const now = useNow()
  const to = listed(next.to) || t('nobody')
  const left = Math.ceil((next.at - now) / 1_000)
  return left <= 0 ? t('now', { to }) : t('next', { to, left: durationInWords(left, locale) })
}
