'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'

interface SourceFailingForProps {
  readonly since: number
  readonly failures: number
}

/** "for 4 min 10 s, 12 attempts", counting. */
export function SourceFailingFor({ since, failures }: SourceFailingForProps) {
  const t = useTranslations('system.source')
  const locale = useLocale()
  const seconds = Math.max(0, Math.floor((useNow() - since) / 1_000))
  return (
    <span className="text-ink-muted">
      {t('failingFor', { length: durationInWords(seconds, locale), count: failures })}
    </span>
  )
}
