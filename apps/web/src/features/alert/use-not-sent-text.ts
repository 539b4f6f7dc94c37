'use client'

import { useLocale, useTranslations } from 'next-intl'
import { explainNotSent } from './explain-not-sent.ts'

/** The sentence for a stored reason of a message that did not leave or did not arrive. */
export function useNotSentText(): (reason: string) => string {
  const t = useTranslations('alerts.notSent')
  const locale = useLocale()
  return (reason) => explainNotSent(reason, { locale, own: (known) => t(known) })
}
